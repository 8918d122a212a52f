/** Libraries that pages name with a version, by the name that they write, and their npm packages. */
export const libraries: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Angular: '@angular/core',
    Astro: 'astro',
    Electron: 'electron',
    ESLint: 'eslint',
    Express: 'express',
    'Express.js': 'express',
    Fastify: 'fastify',
    Jest: 'jest',
    NestJS: '@nestjs/core',
    'Next.js': 'next',
    NextJS: 'next',
    Nuxt: 'nuxt',
    Playwright: '@playwright/test',
    Prisma: 'prisma',
    React: 'react',
    'React Native': 'react-native',
    'React Router': 'react-router',
    Storybook: 'storybook',
    Svelte: 'svelte',
    SvelteKit: '@sveltejs/kit',
    Tailwind: 'tailwindcss',
    'Tailwind CSS': 'tailwindcss',
    TailwindCSS: 'tailwindcss',
    TypeScript: 'typescript',
    Vite: 'vite',
    Vitest: 'vitest',
    Vue: 'vue',
    'Vue.js': 'vue',
    Zod: 'zod',
  }),
);

/** The npm packages of these libraries. */
export const libraryPackages: ReadonlySet<string> = new Set(libraries.values());

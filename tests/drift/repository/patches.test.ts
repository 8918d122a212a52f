import { test } from 'vitest';
import { parsePatches } from '#drift/repository/patches.ts';

const log = `commit ${'a'.repeat(40)} 2026-03-01

diff --git docs/new page.md docs/new page.md
similarity index 90%
rename from docs/old.md
rename to docs/new page.md
index 1..2 100644
--- docs/old.md\t
+++ docs/new page.md\t
@@ -3 +3,2 @@ # Title
-++ old
+++ looks like a header
++++ so does this
@@ -9,2 +10,0 @@
-gone
-gone
\\ No newline at end of file
diff --git docs/gone.md docs/gone.md
deleted file mode 100644
--- docs/gone.md
+++ /dev/null
@@ -1 +0,0 @@
-x
commit ${'b'.repeat(40)} 2026-02-01

diff --git docs/old.md docs/old.md
new file mode 100644
--- /dev/null
+++ docs/old.md
@@ -0,0 +1,9 @@
`;

test('patches are read with their renames, whatever the content looks like', ({ expect }) => {
  expect(parsePatches(log)).toEqual([
    {
      commit: 'a'.repeat(40),
      date: '2026-03-01',
      path: 'docs/new page.md',
      earlierPath: 'docs/old.md',
      hunks: [
        {
          ...{ oldStart: 3, oldLines: 1, newStart: 3, newLines: 2 },
          removed: ['++ old'],
          added: ['++ looks like a header', '+++ so does this'],
        },
        {
          ...{ oldStart: 9, oldLines: 2, newStart: 10, newLines: 0 },
          removed: ['gone', 'gone'],
          added: [],
        },
      ],
    },
    {
      commit: 'b'.repeat(40),
      date: '2026-02-01',
      path: 'docs/old.md',
      earlierPath: undefined,
      hunks: [{ oldStart: 0, oldLines: 0, newStart: 1, newLines: 9, removed: [], added: [] }],
    },
  ]);
});

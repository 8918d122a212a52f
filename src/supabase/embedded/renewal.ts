import type { Api } from './lite.ts';
import type { Postgres } from './postgres.ts';

const retryEveryMs = 500;

/** Renews the API's connections when asked, once at a time, as soon as Postgres answers. */
export function createRenewal(
  api: Pick<Api, 'renew'>,
  postgres: Pick<Postgres, 'isRunning'>,
): { ask(): void; end(): void } {
  let timer: NodeJS.Timeout | undefined;

  async function attempt(): Promise<void> {
    if (!postgres.isRunning()) return;
    clearInterval(timer);
    try {
      await api.renew();
      timer = undefined;
    } catch {
      timer = setInterval(() => void attempt(), retryEveryMs);
    }
  }

  return {
    ask: () => {
      timer ??= setInterval(() => void attempt(), retryEveryMs);
    },
    end: () => clearInterval(timer),
  };
}

import { formatMoment } from '#site/moments.ts';
import { type Answer, ask } from './ask.ts';

const REFRESH_MS = 30_000;
/** After a failure it asks again sooner, then ever less often. */
const RETRY_MS = 2_000;

/** Loads a block of live data, keeps the last good answer, and says when it could not get a newer one. */
export class LiveFragment extends HTMLElement {
  #updated = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isAsking = false;
  readonly #button = document.createElement('button');
  readonly #text = document.createElement('span');

  connectedCallback(): void {
    this.#button.type = 'button';
    this.#button.textContent = 'Refresh';
    this.#button.addEventListener('click', () => this.#refresh());
    this.#part('note').replaceChildren(this.#text, this.#button);
    this.#say('asking', 'Asking…');
    void this.#refresh();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  async #refresh(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const deadlineMs = Number(this.getAttribute('deadline-ms') ?? 4000);
    this.#show(await ask(this.getAttribute('src') ?? '', deadlineMs));
    this.#isAsking = false;
    this.#askLater();
  }

  #askLater(): void {
    const retryMs = RETRY_MS * 2 ** (this.#failures - 1);
    const waitMs = this.#failures > 0 ? Math.min(retryMs, REFRESH_MS) : REFRESH_MS;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (document.hidden ? this.#askLater() : this.#refresh()), waitMs);
  }

  #show(answer: Answer): void {
    this.#failures = answer.status === 'failed' ? this.#failures + 1 : 0;
    if (answer.status === 'failed') {
      const since = this.#updated && ` Not updated since ${this.#updated}.`;
      this.#say(this.#updated ? 'stale' : 'failed', `Failed. ${answer.reason}${since}`);
      return;
    }
    this.#fill(answer.content);
    const now = formatMoment(new Date().toISOString());
    this.#updated = answer.status === 'fresh' ? now : '';
    this.#say(answer.status, answer.status === 'fresh' ? `Updated ${now}` : 'Not allowed');
  }

  /** An answer longer than its place scrolls there, by keyboard too. */
  #fill(content: DocumentFragment): void {
    const body = this.#part('body');
    body.replaceChildren(content);
    body.tabIndex = body.scrollHeight > body.clientHeight ? 0 : -1;
  }

  #say(state: string, text: string): void {
    this.dataset.state = state;
    this.#text.textContent = text;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`.live-${name}`);
    if (!part) throw new Error(`live-fragment needs a child with the class live-${name}`);
    return part;
  }
}

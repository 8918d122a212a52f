const today = new Date().toISOString().slice(0, 10);

/** A page stays published after its review runs out: the banner follows the reader's calendar. */
for (const banner of document.querySelectorAll<HTMLElement>('[data-review-by]')) {
  banner.hidden = today <= (banner.dataset.reviewBy ?? '');
}

export {};

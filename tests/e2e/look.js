// How a page is looked at for whoever does not see it, or not well: run once in a page, it leaves `look` behind.
(() => {
  const shown = (node) =>
    node.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
    !node.closest('[inert], [aria-hidden=true], .sr') &&
    node.getBoundingClientRect().width > 1;
  const name = (node) =>
    `${node.localName}${node.id ? `#${node.id}` : ''}${[...node.classList].map((one) => `.${one}`).join('')} "${(
      node.getAttribute('aria-label') || node.textContent || ''
    )
      .trim()
      .slice(0, 30)}"`;
  const controls = () => {
    const modal = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].filter(shown).at(-1);
    const all = (modal ?? document).querySelectorAll(
      'button, input, select, textarea, a[href], summary, [tabindex]:not([tabindex="-1"])',
    );
    return [...all].filter((node) => shown(node) && !node.disabled);
  };

  /** Where a control falls outside everything that could bring it into sight. */
  const lost = (node) => {
    // Stands out of sight until it has the focus, by design.
    if (node.matches('.skip')) return false;
    let box = node.getBoundingClientRect();
    for (let outer = node.parentElement; outer; outer = outer.parentElement) {
      const style = getComputedStyle(outer);
      const frame = outer.getBoundingClientRect();
      if (/(auto|scroll)/.test(style.overflowX + style.overflowY)) {
        // What scrolls brings it in: from here on the frame itself has to be in sight.
        box = frame;
      } else if (/(hidden|clip)/.test(style.overflowX + style.overflowY) && outer !== document.body) {
        if (box.left > frame.right - 2 || box.right < frame.left + 2) return true;
        if (box.top > frame.bottom - 2 || box.bottom < frame.top + 2) return true;
      }
      if (style.position === 'fixed') break;
    }
    return box.left > innerWidth - 4 || box.right < 4 || box.top > innerHeight - 4 || box.bottom < 4;
  };

  /** Whether what scrolls shows so little at once, less than two lines, that nobody gets on with it. */
  const slit = (node) =>
    /(auto|scroll)/.test(getComputedStyle(node).overflowY) &&
    node.clientHeight < 40 &&
    node.scrollHeight > node.clientHeight + 2 &&
    shown(node);

  window.look = {
    /** What axe finds, one line each. */
    async axe() {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
      return found.violations.flatMap((rule) =>
        rule.nodes.slice(0, 4).map((node) => {
          const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ');
          return `${rule.id}: ${node.target.join(' ')} (${node.html.slice(0, 120)}) ${why}`;
        }),
      );
    },
    /** What a small window loses, one line each. */
    loss() {
      const found = controls()
        .filter(lost)
        .map((node) => `out of reach: ${name(node)}`);
      for (const frame of document.querySelectorAll('body *'))
        if (slit(frame)) found.push(`a slit of ${frame.clientHeight} high: ${name(frame)}`);
      for (const pane of document.querySelectorAll('main, main section, main .pane'))
        if (shown(pane) && pane.innerText.length > 60 && (pane.clientWidth < 160 || pane.clientHeight < 80))
          found.push(`squeezed to ${pane.clientWidth} × ${pane.clientHeight}: ${name(pane)}`);
      if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
      return found;
    },
    /** Begins a walk with the Tab key at the start of the page. */
    start() {
      this.seen = new Set();
      document.activeElement?.blur();
      getSelection()?.removeAllRanges();
    },
    /** Where the focus went: `end` when the walk is round, else what is wrong with it, or nothing. */
    step() {
      const node = document.activeElement;
      if (!node || node === document.body || node === document.documentElement) return this.seen.size > 0 ? 'end' : null;
      // A date has more fields in one control: Tab goes through them first.
      if (this.seen.has(node)) return node === this.last ? null : 'end';
      this.seen.add(node);
      this.last = node;
      // A list shows it on itself, or on the row that the keyboard is at.
      const row = node.getAttribute('aria-activedescendant');
      const marked = [node, row && document.getElementById(row)].some((one) => {
        const style = one && getComputedStyle(one);
        return style && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none');
      });
      if (!marked) return `the focus cannot be seen on ${name(node)}`;
      const box = node.getBoundingClientRect();
      const out = box.right < 0 || box.bottom < 0 || box.left > innerWidth || box.top > innerHeight;
      return out ? `the focus is out of sight on ${name(node)}` : null;
    },
    /** What the walk did not come by. One of a group of radios or tabs is enough: arrows go to the others. */
    missed() {
      const grouped = (node) => node.type === 'radio' || node.getAttribute('role') === 'tab';
      return controls()
        .filter((node) => node.tabIndex >= 0 && !grouped(node) && !this.seen.has(node))
        .map((node) => `Tab does not come to ${name(node)}`);
    },
  };
})();

/** Nút «In»: opens the printing of the browser, which also makes a PDF. Without scripts the keys of the browser do the same. */

/** Wires every button that prints the page it stands on. */
export function start(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]'))
    button.addEventListener('click', () => window.print())
}

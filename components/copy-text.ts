/**
 * Puts text on the clipboard, in answer to a press. The clipboard's own interface exists on
 * secure pages only, and a page's policy may forbid it. There a field is selected and copied:
 * in the same root, as the focus of a document does not reach into a closed one.
 *
 * @param near - the pressed element; it keeps the focus
 * @returns whether it was copied
 */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, near);
  }
}

function copySelected(text: string, near: HTMLElement): boolean {
  // The card closed meanwhile: what is selected is the page's own.
  if (!near.isConnected) return false;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  near.after(field);
  // A page may put other words into what is copied on it; of this it hears nothing.
  field.addEventListener('copy', (event) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopPropagation();
  });
  field.focus({ preventScroll: true });
  field.select();
  try {
    // Deprecated, and the only way on pages without https.
    return document.execCommand('copy');
  } finally {
    field.remove();
    near.focus({ preventScroll: true });
  }
}

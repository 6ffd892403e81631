/**
 * The address of the page a frame belongs to: frames that a page writes itself
 * (srcdoc, about:blank) have it as their base and not as their own.
 */
export function pageAddress(): string {
  return location.protocol === 'about:' ? document.baseURI : location.href;
}

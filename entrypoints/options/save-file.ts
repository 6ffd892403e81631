/** Long enough for a browser to have begun the download. */
const REVOKE_AFTER_MS = 60_000;

/** Gives a file to the reader as a download under its own name. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}

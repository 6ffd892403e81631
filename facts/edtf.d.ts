/** The part of `edtf` used here; the package ships no types. */
declare module 'edtf' {
  /** `min` and `max` are milliseconds since 1970. Throws when the text is not of the types or level asked for. */
  export default function edtf(
    text: string,
    options: { readonly types: readonly string[]; readonly level: 0 | 1 | 2 },
  ): { readonly min: number; readonly max: number };
}

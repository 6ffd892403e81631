declare const config: {
  readonly forbidden: readonly object[];
  readonly options: Readonly<Record<string, unknown>> & { readonly tsConfig: object };
};
export default config;

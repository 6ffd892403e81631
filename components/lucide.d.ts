/** Icons one by one: the package's entry has all 1,700, which each build would read. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  const icon: import('./icon-shape.tsx').IconNode;
  export default icon;
}

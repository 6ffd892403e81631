import { useEffect } from 'preact/hooks';

/** While something runs that ends with this page, the browser asks before it is closed. */
export function useLeaveQuestion(running: boolean): void {
  useEffect(() => {
    if (!running) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [running]);
}

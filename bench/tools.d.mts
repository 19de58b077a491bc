export function loadTools(): Promise<Record<string, (text: string) => unknown>>;

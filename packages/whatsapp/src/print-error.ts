/** Shows an error that nobody is there to catch where every platform shows errors, should there be such a place. */
export function printError(message: string, error: unknown): void {
  const platform: unknown = Reflect.get(globalThis, 'console')
  if (hasError(platform)) platform.error(`Langganan: ${message}`, error)
}

function hasError(value: unknown): value is { error(...values: readonly unknown[]): void } {
  return typeof value === 'object' && value !== null && 'error' in value
}

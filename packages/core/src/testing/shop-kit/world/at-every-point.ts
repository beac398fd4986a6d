/** More points than anything has that is tried so. */
const most = 500

/** Tries something with a fault at the first point, the second, …, in each way, until no point failed. */
export async function atEveryPoint(
  ways: readonly string[],
  tryAt: (point: number, way: string) => Promise<{ readonly failed: boolean }>,
): Promise<void> {
  for (const way of ways) {
    for (let point = 1; (await tryAt(point, way)).failed; point += 1) {
      if (point === most) throw new Error(`${most} points, and still one that fails ${way}`)
    }
  }
}

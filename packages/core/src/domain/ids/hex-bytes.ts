/** The two lower-case hexadecimal digits of every byte. */
export const hexBytes: readonly string[] = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
)

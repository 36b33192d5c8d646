/** How large an uploaded package may be. WeChat takes 30 MB at most, Douyin 16; nobody needs more than these. */
export interface PackageLimits {
  /** Bytes of the archive. */
  readonly archiveBytes: number
  readonly files: number
  /** Bytes of one unpacked file, and of all together. */
  readonly fileBytes: number
  readonly bytes: number
  /** Unpacked to packed, of any entry and of the whole, looked at from `ratioFrom` unpacked bytes on. */
  readonly ratio: number
  readonly ratioFrom: number
  readonly depth: number
  /** Bytes of a path in UTF-8. */
  readonly pathBytes: number
  /** Width times height of a picture. */
  readonly pixels: number
}
export const PACKAGE_LIMITS: PackageLimits = {
  archiveBytes: 30_000_000,
  files: 2000,
  fileBytes: 10_000_000,
  bytes: 100_000_000,
  ratio: 200,
  ratioFrom: 1_000_000,
  depth: 20,
  pathBytes: 240,
  pixels: 50_000_000,
}

/** What the child that opens packages may use. */
export const CHILD = { heapMb: 160, memoryMb: 480, wallMs: 60_000 } as const

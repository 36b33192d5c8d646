/** Blobs in a bucket of any server that speaks S3. What comes in is first received beside us, for its name is known only at its end. */
import { readFile, rm } from 'node:fs/promises'
import { S3mini } from 's3mini'
import { absent, type Blobs, checkedName, gather, verified } from './blobs.ts'
import { receive } from './disk.ts'

export interface S3Options {
  /** With the bucket, as https://host/bucket. */
  readonly endpoint: string
  readonly region?: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** A folder for what is being received. */
  readonly incoming: string
}
const ALL = 1024 ** 3

/** Opens a bucket. */
export const s3Blobs = ({ endpoint, region = 'auto', accessKeyId, secretAccessKey, incoming }: S3Options): Blobs => {
  const bucket = new S3mini({ endpoint, region, accessKeyId, secretAccessKey })
  const place = (sha256: string): string => `${checkedName(sha256).slice(0, 2)}/${sha256}`
  const stream = (sha256: string): AsyncIterable<Uint8Array> => {
    const key = place(sha256)
    return verified(
      sha256,
      (async function* () {
        const response = await bucket.getObjectResponse(key)
        if (!response?.body) throw absent(sha256)
        yield* response.body as unknown as AsyncIterable<Uint8Array>
      })(),
    )
  }
  const size = async (sha256: string): Promise<number | null> => {
    const key = place(sha256)
    return (await bucket.objectExists(key)) === true ? bucket.getContentLength(key) : null
  }
  return {
    put: async (source, options) => {
      const { sha256, size: bytes, path } = await receive(incoming, source, options)
      try {
        // The same bytes may be there from another upload; half an object never is.
        if ((await size(sha256)) !== bytes) await bucket.putObject(place(sha256), await readFile(path), 'application/octet-stream')
      } finally {
        await rm(path, { force: true })
      }
      return { sha256, size: bytes }
    },
    stream,
    read: async (sha256, max = ALL) => gather(stream(sha256), max),
    size,
    remove: async (sha256) => {
      await bucket.deleteObject(place(sha256))
    },
  }
}

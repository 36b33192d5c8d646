/** Raw bytes to the server, with how far they are. */
import type { Problem } from '../../../src/contract/index.ts'
import { langNow } from '../words/look.tsx'
import { acceptLanguage, csrfHeader, offline, problemOf, Refused } from './client.ts'

export interface Upload<T> {
  readonly done: Promise<T>
  stop(): void
}
/** Puts a file; fetch cannot tell how much has been sent, so it is the older interface that does it. */
export const put = <T>(url: string, file: Blob, sha256: string, type: string, tell: (share: number) => void): Upload<T> => {
  const request = new XMLHttpRequest()
  const done = new Promise<T>((resolve, reject) => {
    request.open('PUT', url)
    request.setRequestHeader('Content-Type', type)
    request.setRequestHeader('X-Content-SHA256', sha256)
    request.setRequestHeader('Accept-Language', acceptLanguage(langNow()))
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => event.lengthComputable && tell(event.loaded / event.total)
    request.onerror = () => reject(new Refused(offline()))
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(JSON.parse(request.responseText) as T)
      void problemOf({ status: request.status, text: async () => request.responseText }).then((problem: Problem) =>
        reject(new Refused(problem)),
      )
    }
    request.send(file)
  })
  return { done, stop: () => request.abort() }
}

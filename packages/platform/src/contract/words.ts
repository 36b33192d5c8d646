/** The words of the wire, shared by all areas. Nothing here knows of a database or a server: `web/` imports its types, and nothing else of ours. */
import { z } from 'zod'
import type { Permission } from '../domain/roles.ts'

export const lang = z.enum(['zh', 'en'])
export const text = z.strictObject({ zh: z.string().max(5000), en: z.string().max(5000) })
export const id = z.uuid()
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** ISO 8601 with Z: moments are never local on the wire. */
export const moment = z.iso.datetime()
export const day = z.iso.date()
/** The version of a row: what is changed must still be what was seen (else 409, with what has changed since). */
export const rv = z.int().min(0)
export const platform = z.enum(['wechat', 'douyin'])
/** A list in pages: `next` is given back as `after`. An item that could not be shown is left out and counted in `unreadable`. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().nullable().default(null), unreadable: z.int().default(0) })
export const after = z.string().max(500).optional()
export const limit = z.coerce.number().int().min(1).max(100).default(30)
export const done = z.object({ done: z.literal(true) })
/** A reason in both languages; what is too short to say anything is refused. */
export const reason = z.strictObject({ zh: z.string().trim().min(2).max(2000), en: z.string().trim().min(2).max(2000) })

/**
 * RFC 9457. `title` and `detail` are in the language that was asked for, `said` in both; `fields` names what is wrong where,
 * all at once; `now` shows what a stale page has not seen.
 */
export const problem = z.object({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  code: z.enum([
    'not-found',
    'method',
    'signed-out',
    'role',
    'second-factor',
    'csrf',
    'terms',
    'scope',
    'stale',
    'state',
    'guard',
    'taken',
    'invalid',
    'too-large',
    'length-required',
    'media-type',
    'not-acceptable',
    'too-many',
    'timeout',
    'corrupt',
    'erased',
    'internal',
    'unavailable',
  ]),
  said: z.object({ title: text, detail: text }),
  fields: z.array(z.object({ path: z.string(), said: text })).optional(),
  guard: z.string().optional(),
  now: z
    .object({
      rv: z.int().optional(),
      state: z.string().optional(),
      sha256: z.string().nullable().optional(),
      changes: z
        .array(
          z.object({
            event: z.string(),
            /** What the event is called. */
            name: text.nullable(),
            role: z.string(),
            at: moment,
            rv: z.int().nullable(),
            from: z.string().nullable(),
            to: z.string().nullable(),
          }),
        )
        .optional(),
    })
    .optional(),
  retryAfter: z.int().optional(),
  /** By which the operator finds it in the log. */
  instance: z.string(),
})

export const roleName = z.enum([
  'developer',
  'program-admin',
  'outside-reviewer',
  'reviewer',
  'senior-reviewer',
  'appeals',
  'complaints',
  'entity-checker',
  'policy-editor',
  'operator',
  'auditor',
])
/** What a token for programs may do. */
export const scope = z.enum(['read', 'upload', 'submit', 'release'])

export type Lang = z.infer<typeof lang>
export type Text = z.infer<typeof text>
export type Problem = z.infer<typeof problem>
export type RoleName = z.infer<typeof roleName>
export type Scope = z.infer<typeof scope>

/**
 * One route, declared once: who may, what goes in, what comes out. Its method and path are its key in `API`; the handler is
 * bound to it in `http/`, the OpenAPI document and the role × route matrix are made of it.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly says: Text
  readonly permission: Permission | 'public'
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  /** 200 where nothing is said. */
  readonly status?: 200 | 201 | 202
  /** json: answers JSON · events: a stream of events, each of the shape `answer` · bytes: takes raw bytes · file: gives bytes of one of these types. */
  readonly kind?: 'json' | 'events' | 'bytes' | 'file'
  readonly types?: readonly string[]
  /** The scope with which a token may; without one, only people in a browser session may. */
  readonly scope?: Scope
  /** It names no program; a token that is bound to one gets only what is of that one. */
  readonly narrows?: boolean
  /** Whether people of the staff need their second factor for it; by default whatever a staff role is needed for. */
  readonly idempotent?: boolean
}
/** Says nothing but keeps the types. */
export const endpoint = <
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  one: Endpoint<Params, Query, Body, Answer>,
): Endpoint<Params, Query, Body, Answer> => one

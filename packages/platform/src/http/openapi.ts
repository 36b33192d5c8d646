/** The description of the wire, OpenAPI 3.1: made of the same declarations that the routes are made of. */
import { z } from 'zod'
import { API } from '../contract/index.ts'
import { type Endpoint, problem } from '../contract/words.ts'
import { permissionName } from '../domain/roles.ts'

type Json = Record<string, unknown>
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}
const parameters = (endpoint: Endpoint): Json[] =>
  (['params', 'query'] as const).flatMap((part) => {
    const schema = endpoint[part]
    if (!(schema instanceof z.ZodObject)) return []
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
    return Object.entries(properties).map(([name, one]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || required.includes(name),
      schema: one,
    }))
  })
const header = (name: string, description: string, required: boolean): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
})

const operation = (route: string, endpoint: Endpoint): Json => {
  const { says, permission, body, answer, status = 200, kind = 'json', types = [], scope, idempotent } = endpoint
  const [method = '', path = ''] = route.split(' ')
  const who = permission === 'public' ? { zh: '公开', en: 'public' } : permissionName(permission)
  const changes = method !== 'GET'
  const content =
    kind === 'file'
      ? Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
      : { [kind === 'events' ? 'text/event-stream' : 'application/json']: { schema: schemaOf(answer, 'output') } }
  const security = [
    ...(permission === 'public' ? [{}] : []),
    changes ? { session: [], csrf: [] } : { session: [] },
    ...(scope ? [{ token: [scope] }] : []),
  ]
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[^A-Za-z0-9]+(\w)?/g, (_, letter: string | undefined) => (letter ?? '').toUpperCase())}`,
    summary: says.en,
    description: `${says.zh}。\n\n${who.zh} / ${who.en}${scope ? ` · token: ${scope}` : ''}`,
    tags: [path.split('/')[2] ?? 'platform'],
    'x-permission': permission,
    security,
    parameters: [
      ...parameters(endpoint),
      ...(idempotent
        ? [header('Idempotency-Key', 'Sent again with the same key and body, it is done once and answered alike.', false)]
        : []),
      ...(kind === 'bytes'
        ? [
            header('X-Content-SHA256', 'The digest of the body, in hexadecimal.', true),
            header('Content-Length', 'The length of the body.', true),
          ]
        : []),
      ...(kind === 'events' ? [header('Last-Event-ID', 'The last event that was seen.', false)] : []),
    ],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } } : {}),
    ...(kind === 'bytes'
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
          },
        }
      : {}),
    responses: { [String(status)]: { description: says.en, content }, default: { $ref: '#/components/responses/problem' } },
  }
}

let made: Json | undefined
/** The whole document. */
export const openApi = (origin: string): Json => {
  made ??= (() => {
    const paths: Record<string, Json> = {}
    for (const [route, endpoint] of Object.entries(API) as [string, Endpoint][]) {
      const [method = '', path = ''] = route.split(' ')
      const at = path.replace(/:(\w+)/g, '{$1}')
      paths[at] = { ...paths[at], [method.toLowerCase()]: operation(route, endpoint) }
    }
    return {
      openapi: '3.1.0',
      info: {
        title: 'Menshen 门神',
        version: '1',
        description: 'Moments are ISO 8601 with Z. Errors are RFC 9457, in the language of Accept-Language and in both.',
      },
      paths,
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: '__Host-menshen' },
          csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
          token: { type: 'http', scheme: 'bearer' },
        },
        responses: {
          problem: {
            description: 'What went wrong',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
        schemas: { Problem: schemaOf(problem, 'output') },
      },
    }
  })()
  return { ...made, servers: [{ url: origin }] }
}

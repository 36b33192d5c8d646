/** The platform itself: whether it lives, how it does, and what it offers. */
import { z } from 'zod'
import { endpoint } from './words.ts'

export const health = z.object({ ok: z.boolean(), database: z.boolean(), now: z.string() })

export const PLATFORM = {
  'GET /health': endpoint({
    says: { zh: '进程是否存活', en: 'Whether the process lives' },
    permission: 'public',
    answer: z.object({ ok: z.literal(true) }),
  }),
  'GET /ready': endpoint({
    says: { zh: '是否可以服务（含数据库）', en: 'Whether it can serve, with its database' },
    permission: 'public',
    answer: health,
  }),
  'GET /metrics': endpoint({
    says: { zh: '指标（本机或持采集令牌）', en: 'Metrics, for this machine or whoever has the collector’s token' },
    permission: 'public',
    kind: 'file',
    types: ['text/plain'],
    answer: z.unknown(),
  }),
  'GET /api/openapi.json': endpoint({
    says: { zh: '接口说明', en: 'This description' },
    permission: 'public',
    answer: z.record(z.string(), z.unknown()),
  }),
} as const

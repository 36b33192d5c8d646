import { pictureUse, rule } from '../kit.ts'

const MANY_LINES = 14
const MANY_LETTERS = 260

export default rule(
  {
    clauses: ['wx-op/15.3'],
    needs: ['program', 'pictures'],
    since: '2026-11',
    severity: 'info',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      'page-of-text': {
        what: { zh: '一整页文字做成了图片（约 {count} 字）', en: 'A whole page of text is a picture (some {count} characters)' },
        why: {
          zh: '图片应当简洁；文字做成图片不能放大、朗读，也避开了文字审核，须人工看一遍。',
          en: 'Pictures should be simple. Text in a picture cannot be enlarged or read aloud, and passes text review by; a human has to read it.',
        },
        fix: { zh: '把文字写进页面，图片只留插图。', en: 'Write the text into the page and keep pictures for what is drawn.' },
      },
    },
  },
  ({ program, pictures }, report) => {
    for (const { path, role, lines, width, height } of pictures.pictures) {
      if (!lines || role === 'run' || role === 'icon') continue
      const sure = lines.filter(({ confidence }) => confidence >= 70)
      const count = sure.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)
      if (sure.length < MANY_LINES || count < MANY_LETTERS) continue
      const { at } = pictureUse(program, path)
      report('page-of-text', {
        at: { file: path, start: 0, end: 0, box: [0, 0, width, height] },
        data: { count: String(count) },
        verdict: 'review',
        related: at.slice(0, 4).map((span) => ({ at: span, note: { zh: '这里用到', en: 'used here' } })),
      })
    }
  },
)

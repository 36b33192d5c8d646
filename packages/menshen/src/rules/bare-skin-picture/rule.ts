import { pictureUse, rule } from '../kit.ts'

/** Much of a photograph, in one large patch: faces and hands stay below. */
const SHARE = 0.42
const PATCH = 0.3
/** Drawings and plain grounds in the colours of skin have few shades. */
const SHADES = 150

export default rule(
  {
    clauses: ['dy-review/3.1.1', 'dy-review/3.1.8', 'wx-op/6.1.5'],
    needs: ['program', 'pictures'],
    since: '2026-11',
    severity: 'info',
    // Colours only: food, wood and sand have them too.
    confidence: 'low',
    partial: true,
    messages: {
      'much-skin': {
        what: {
          zh: '有 {count} 张图片大面积是肤色，请人工看一眼',
          en: '{count} pictures have mostly the colours of skin: somebody should look',
        },
        why: {
          zh: '只按颜色提示，人像、食物、木纹也会这样；是否暴露由人判断。',
          en: 'A hint by colour alone; portraits, food and wood look like this too. A human decides.',
        },
        fix: { zh: '若画面暴露或突出身体部位，请更换。', en: 'Replace it if it bares or stresses parts of the body.' },
      },
    },
  },
  ({ program, pictures }, report) => {
    const found = pictures.pictures.filter(
      ({ role, measures, width, height }) =>
        measures &&
        role !== 'run' &&
        Math.min(width, height) >= 160 &&
        measures.skin >= SHARE &&
        measures.skinPatch >= PATCH &&
        measures.colours >= SHADES &&
        // Banners on paper and wood have words on them.
        measures.rows.length === 0,
    )
    const [first, ...others] = found
    if (!first) return
    const whole = ({ path, width, height }: (typeof found)[number]) => ({
      file: path,
      start: 0,
      end: 0,
      box: [0, 0, width, height] as const,
    })
    report('much-skin', {
      at: whole(first),
      data: { count: String(found.length) },
      verdict: 'review',
      related: [
        ...others.slice(0, 10).map((one) => ({ at: whole(one) })),
        ...pictureUse(program, first.path)
          .at.slice(0, 3)
          .map((at) => ({ at, note: { zh: '这里用到', en: 'used here' } })),
      ],
    })
  },
)

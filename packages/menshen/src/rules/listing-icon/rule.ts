import { rule } from '../kit.ts'

const LEAST = 144

interface Size {
  readonly width: number
  readonly height: number
}
/** Width and height from the header of a PNG, a JPEG or a GIF. */
const sizeOf = (bytes: Uint8Array): Size | undefined => {
  const at = (i: number) => bytes[i] ?? 0
  const short = (i: number) => (at(i) << 8) | at(i + 1)
  if (at(0) === 0x89 && at(1) === 0x50 && bytes.length >= 24) return { width: short(18), height: short(22) }
  if (at(0) === 0x47 && at(1) === 0x49 && bytes.length >= 10) return { width: at(6) | (at(7) << 8), height: at(8) | (at(9) << 8) }
  if (at(0) === 0xff && at(1) === 0xd8)
    for (let i = 2, steps = 0; i + 9 < bytes.length && steps < 200; steps++) {
      if (at(i) !== 0xff) return undefined
      const marker = at(i + 1)
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { width: short(i + 7), height: short(i + 5) }
      i += 2 + short(i + 2)
    }
  return undefined
}

export default rule(
  {
    clauses: ['wx-op/2.2', 'wx-op/15.4', 'later/douyin-basic-info'],
    needs: ['program', 'listing'],
    wants: ['pictures'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    // What an eye takes for a watermark, measures may miss.
    partial: true,
    messages: {
      small: {
        what: { zh: '图标只有 {size}，放大后不清晰', en: 'The icon is only {size} and will be blurred' },
        why: { zh: '图标须清晰，边长不小于 144 像素。', en: 'It has to be sharp, of at least 144 pixels a side.' },
        fix: { zh: '换成 300×300 或更大的原图。', en: 'Give one of 300 by 300 or more.' },
      },
      shape: {
        what: { zh: '图标不是正方形（{size}）', en: 'The icon is not square ({size})' },
        why: { zh: '平台按正方形展示，会被裁切或变形。', en: 'It is shown square and would be cut or squeezed.' },
        fix: { zh: '换成正方形图片。', en: 'Give a square picture.' },
      },
      blurred: {
        what: { zh: '图标边缘发虚，像是放大或失焦的图', en: 'The icon’s edges are soft, as if it had been enlarged or out of focus' },
        why: { zh: '图标须清晰。', en: 'The icon has to be sharp.' },
        fix: { zh: '从原稿按 300×300 以上重新导出。', en: 'Export it anew from the original at 300 by 300 or more.' },
      },
      words: {
        what: { zh: '图标上有文字“{text}”，可能是水印', en: 'The icon bears the words “{text}”, perhaps a watermark' },
        why: {
          zh: '图标不得带有其他水印；联系方式和推广用语也不能放在图标上。',
          en: 'The icon may bear no watermark, nor contacts or slogans.',
        },
        fix: { zh: '去掉水印和多余的文字，只留自己的图形或名称。', en: 'Leave only your own drawing or name.' },
      },
      code: {
        what: { zh: '图标里有二维码', en: 'The icon holds a code' },
        why: { zh: '图标须清晰易辨，不得带其他标记。', en: 'The icon has to be clear and bear nothing else.' },
        fix: { zh: '换成自己的图形。', en: 'Use a drawing of your own.' },
      },
      clear: {
        what: {
          zh: '图标有透明部分（{share}），会露出底色或圆角',
          en: 'Parts of the icon are transparent ({share}) and let the ground or round corners through',
        },
        why: {
          zh: '平台自己裁切图标，透明和圆角图标会显示异常或被驳回。',
          en: 'The platform cuts the icon itself; transparent or rounded ones look wrong or are refused.',
        },
        fix: { zh: '导出铺满的直角图片，不带透明。', en: 'Export a full square without transparency.' },
      },
      white: {
        what: { zh: '图标四周是白色或透明，建议用有色背景', en: 'The icon’s rim is white or clear; a coloured ground is advised' },
        why: {
          zh: '平台建议图标使用有色背景，以便在白色列表里看清（建议，不是硬性要求）。',
          en: 'A coloured ground is advised, so that the icon shows in white lists (advice, no demand).',
        },
        fix: { zh: '给图标加上底色。', en: 'Give the icon a coloured ground.' },
      },
      missing: {
        what: { zh: '找不到图标文件 {file}', en: 'The icon’s file {file} is not there' },
        why: {
          zh: 'listing.json 写的图标不在提交的文件里，无法查看。',
          en: 'The listing names an icon that is not among the files, so it cannot be looked at.',
        },
        fix: { zh: '改正路径或放入文件。', en: 'Put the path right or add the file.' },
      },
    },
  },
  ({ program, listing, pictures }, report) => {
    const { icon } = listing
    if (!icon) return { notChecked: { zh: 'listing.json 没有给出图标', en: 'the listing names no icon' } }
    if (/^https?:/.test(icon)) return { notChecked: { zh: '图标在网络上，没有下载', en: 'the icon is on the net and was not fetched' } }
    const folder = listing.file.includes('/') ? listing.file.slice(0, listing.file.lastIndexOf('/') + 1) : ''
    const plain = icon.replace(/^(?:\.?\/)+/, '')
    const path = [folder + plain, program.root + plain, plain].find((one) => program.files.has(one))
    if (!path) {
      report('missing', { at: { listing: 'icon' }, data: { file: icon }, verdict: 'review' })
      return
    }
    const bytes = program.files.bytes(path)
    const size = bytes && sizeOf(bytes)
    if (!size || size.width === 0 || size.height === 0)
      return { notChecked: { zh: '读不出图标的尺寸', en: 'the icon’s size could not be read' } }
    const said = `${size.width}×${size.height}`
    if (Math.min(size.width, size.height) < LEAST)
      report('small', { at: { listing: 'icon' }, data: { size: said }, related: [{ at: { file: path, start: 0, end: 0 } }] })
    else if (Math.abs(size.width - size.height) > Math.max(size.width, size.height) * 0.02)
      report('shape', { at: { listing: 'icon' }, data: { size: said }, verdict: 'review' })

    const seen = pictures?.pictures.find((one) => one.role === 'icon')
    if (!seen?.measures) return
    const { sharpness, clear, blankRim } = seen.measures
    const whole = { file: path, start: 0, end: 0, box: [0, 0, seen.width, seen.height] as const }
    const show = { at: { listing: 'icon' }, related: [{ at: whole }], verdict: 'review' as const }
    const advice = { ...show, severity: 'info' as const, confidence: 'medium' as const }
    if (sharpness < SOFT && Math.min(size.width, size.height) >= LEAST)
      report('blurred', { ...show, confidence: 'medium', clauses: ['wx-op/2.2', 'later/douyin-basic-info'] })
    if (seen.codes.length > 0) report('code', { ...show, clauses: ['wx-op/2.2', 'later/douyin-basic-info'] })
    const text = (seen.lines ?? [])
      .filter(({ confidence }) => confidence >= 75)
      .map((one) => one.text.trim())
      .filter((one) => !own(one, listing.name ?? ''))
      .join(' ')
    if (LETTERS.test(text))
      report('words', { ...show, confidence: 'medium', data: { text }, clauses: ['wx-op/2.2', 'later/douyin-basic-info'] })
    if (clear > 0.004 && clear <= 0.3)
      report('clear', {
        ...advice,
        data: { share: `${Math.round(clear * 1000) / 10}%` },
        clauses: ['wx-op/15.4', 'later/douyin-basic-info'],
      })
    else if (blankRim >= 0.97 && program.platform === 'wechat') report('white', { ...advice, clauses: ['wx-op/15.4'] })
  },
)

/** Edges of drawings that were enlarged twice are softer than this; photographs seldom are. */
const SOFT = 0.42
/** More than an initial or two. */
const LETTERS = /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]/u
const plainly = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
/** A part of the program's own name. */
const own = (text: string, name: string): boolean => plainly(text) === '' || plainly(name).includes(plainly(text))

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
    clauses: ['wx-op/2.2', 'later/douyin-basic-info'],
    needs: ['program', 'listing'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    // Blur and watermarks are for the eye.
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
  ({ program, listing }, report) => {
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
  },
)

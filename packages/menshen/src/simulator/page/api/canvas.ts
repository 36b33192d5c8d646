/** Canvases: the old drawing interface by id, and the nodes that programs get from a query. */
import { cancelFrame, onFrame, setTimer } from '../native.ts'
import { type Loose, top } from '../state.ts'
import { atOnce, later, standIn } from './engine.ts'

const say = (give: (o: Loose) => Record<string, unknown>) => (o: Loose, r: Loose) => r.ok(give(o))

/** The canvas element with an id on the page in front. */
const canvasById = (id: string): HTMLCanvasElement | null => {
  for (const e of Array.from(top()?.element.querySelectorAll('wx-canvas') ?? []) as Loose[])
    if (e.__wxElement?.data.canvasId === id || e.__wxElement?.id === id) return e.querySelector('canvas')
  return null
}
const setters: Record<string, string> = {
  setFillStyle: 'fillStyle',
  setStrokeStyle: 'strokeStyle',
  setLineWidth: 'lineWidth',
  setLineCap: 'lineCap',
  setLineJoin: 'lineJoin',
  setMiterLimit: 'miterLimit',
  setGlobalAlpha: 'globalAlpha',
  setTextAlign: 'textAlign',
  setTextBaseline: 'textBaseline',
}
/** The old canvas interface: draws on the real canvas, at once. */
atOnce.createCanvasContext = (id: string) => {
  const real = () => canvasById(String(id))?.getContext('2d') ?? null
  const values: Loose = {}
  return new Proxy(values, {
    get: (_, key) => {
      if (typeof key === 'symbol') return undefined
      if (key in setters) return (v: unknown) => real() && ((real() as Loose)[setters[key] as string] = v)
      if (key === 'setFontSize') return (n: number) => real() && ((real() as Loose).font = n + 'px sans-serif')
      if (key === 'setShadow' || key === 'clearActions') return () => undefined
      if (key === 'getActions') return () => []
      if (key === 'draw')
        return (_reserve: unknown, done: Loose) =>
          typeof (done ?? _reserve) === 'function' && setTimer(() => (done ?? (_reserve as Loose))({ errMsg: 'drawCanvas:ok' }), 20)
      if (key === 'drawImage') return () => undefined
      if (key === 'measureText') return (s: string) => real()?.measureText(String(s)) ?? { width: String(s).length * 10 }
      if (key === 'createCircularGradient')
        return (x: number, y: number, r: number) => real()?.createRadialGradient(x, y, 0, x, y, r) ?? { addColorStop() {} }
      const v = (real() as Loose)?.[key] ?? values[key]
      if (typeof v === 'function') {
        return (...args: unknown[]) => {
          try {
            return v.apply(real(), args)
          } catch {
            return undefined
          }
        }
      }
      return v !== undefined ? v : real() ? undefined : () => ({ addColorStop() {} })
    },
    set: (_, key, value) => {
      values[key] = value
      const c = real() as Loose
      if (c)
        try {
          c[key as string] = value
        } catch {
          // not a property of a canvas context
        }
      return true
    },
  })
}
atOnce.createContext = () => (atOnce.createCanvasContext as Loose)('')
atOnce.drawCanvas = () => undefined
/** A canvas node as programs get it from a query. */
export function canvasNode(canvas: HTMLCanvasElement): Loose {
  const own: Loose = {
    createImage: () => {
      const image: Loose = { width: 0, height: 0, onload: null, onerror: null }
      let source = ''
      Object.defineProperty(image, 'src', {
        get: () => source,
        set: (v) => {
          source = String(v)
          image.width = 320
          image.height = 240
          setTimer(() => typeof image.onload === 'function' && image.onload(), 20)
        },
      })
      return image
    },
    createImageData: (w: number, h: number) => new ImageData(Math.max(1, w), Math.max(1, h)),
    createPath2D: (p: Loose) => new Path2D(p),
    requestAnimationFrame: (run: Loose) => onFrame(run),
    cancelAnimationFrame: (id: number) => cancelFrame(id),
    toDataURL: () => 'data:image/png;base64,iVBORw0KGgo=',
    getContext: (type: string) => {
      if (type !== '2d') return canvas.getContext(type === 'webgl2' ? 'webgl2' : 'webgl') ?? standIn('WebGLRenderingContext')
      const real = canvas.getContext('2d') as Loose
      return new Proxy(real ?? {}, {
        get: (t, key) => {
          const v = t[key]
          if (key === 'drawImage')
            return (image: Loose, ...args: number[]) => image instanceof HTMLCanvasElement && t.drawImage(image, ...args)
          if (key === 'createPattern') return () => null
          if (key === 'roundRect' || typeof v === 'function')
            return (...args: unknown[]) => {
              try {
                return v?.apply(t, args)
              } catch {
                return undefined
              }
            }
          return v
        },
        set: (t, key, value) => {
          t[key] = value
          return true
        },
      })
    },
  }
  return new Proxy(own, {
    get: (_, key) => (key === 'width' || key === 'height' ? canvas[key] : own[key as string]),
    set: (_, key, value) => {
      if (key === 'width' || key === 'height') canvas[key] = Math.min(4096, Math.max(0, +value || 0))
      else own[key as string] = value
      return true
    },
  })
}
atOnce.createOffscreenCanvas = (o: Loose, h?: number) => {
  const c = document.createElement('canvas')
  c.width = Math.min(2048, +(typeof o === 'number' ? o : o?.width) || 300)
  c.height = Math.min(2048, +(h ?? o?.height) || 150)
  return canvasNode(c)
}

Object.assign(later, {
  canvasToTempFilePath: say(() => ({ tempFilePath: 'http://tmp/canvas.png' })),
  canvasGetImageData: say((o) => ({
    width: +o.width || 1,
    height: +o.height || 1,
    data: new Uint8ClampedArray(Math.min(4_000_000, (+o.width || 1) * (+o.height || 1) * 4)),
  })),
  canvasPutImageData: say(() => ({})),
  loadFontFace: say(() => ({ status: 'loaded' })),
})
atOnce.canvasToTempFilePathSync = () => 'http://tmp/canvas.png'

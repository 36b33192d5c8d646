/** Files, pictures, sound, canvases, animation: objects that programs hold on to. */
import { describeCause } from '../cause.ts'
import { cancelFrame, onFrame, setTimer } from '../native.ts'
import { record } from '../record.ts'
import { isDouyin, type Loose, top } from '../state.ts'
import { atOnce, callLater, later, listeners, recordCall, standIn } from './engine.ts'

const say = (give: (o: Loose) => Record<string, unknown>) => (o: Loose, r: Loose) => r.ok(give(o))

// ---- files -----------------------------------------------------------------------------------------------------

const kept = new Map<string, string | ArrayBuffer>()
const missing = (path: string) => `no such file or directory "${path}"`
const sizeOf = (v: string | ArrayBuffer) => (typeof v === 'string' ? v.length : v.byteLength)
const exists = (path: string) => kept.has(path) || /^http:\/\/tmp\//.test(path)
const contentOf = (path: string, encoding?: string): Loose => {
  const v = kept.get(path)
  if (v === undefined) {
    if (!exists(path)) throw new Error('readFile:fail ' + missing(path))
    return encoding === 'base64' ? 'iVBORw0KGgo=' : encoding ? '' : new ArrayBuffer(16)
  }
  if (typeof v === 'string')
    return encoding ? (encoding === 'base64' ? btoa(unescape(encodeURIComponent(v))) : v) : new TextEncoder().encode(v).buffer
  return encoding === 'base64'
    ? btoa(String.fromCharCode(...new Uint8Array(v).slice(0, 60_000)))
    : encoding
      ? new TextDecoder().decode(v)
      : v
}
const stats = (path: string) => {
  const file = exists(path)
  return {
    mode: 33188,
    size: kept.has(path) ? sizeOf(kept.get(path) as string) : 1024,
    lastAccessedTime: 0,
    lastModifiedTime: 0,
    isDirectory: () => !file,
    isFile: () => file,
  }
}
let written = 0
const write = (path: string, data: Loose) => {
  const value = typeof data === 'string' || data instanceof ArrayBuffer ? data : ''
  written += sizeOf(value)
  if (written > 60_000_000) throw new Error('writeFile:fail the maximum size of the file storage limit is exceeded')
  kept.set(path, value)
}
const base = () => (isDouyin() ? 'ttfile://user' : 'wxfile://usr')
const fileSync: Record<string, (...args: Loose[]) => unknown> = {
  accessSync: (path) => {
    if (!exists(path) && path !== base()) throw new Error('accessSync:fail ' + missing(path))
  },
  readFileSync: (path, encoding) => contentOf(String(path), encoding),
  writeFileSync: (path, data) => write(String(path), data),
  appendFileSync: (path, data) => write(String(path), (kept.get(String(path)) ?? '') + data),
  unlinkSync: (path) => void kept.delete(String(path)),
  mkdirSync: () => undefined,
  rmdirSync: () => undefined,
  readdirSync: (path) =>
    [...kept.keys()].filter((k) => k.startsWith(String(path))).map((k) => k.slice(String(path).length).replace(/^\//, '')),
  statSync: (path) => stats(String(path)),
  copyFileSync: (from, to) => write(String(to), kept.get(String(from)) ?? ''),
  renameSync: (from, to) => {
    write(String(to), kept.get(String(from)) ?? '')
    kept.delete(String(from))
  },
  saveFileSync: (from, to) => {
    const path = to ?? base() + '/saved-' + kept.size
    write(String(path), kept.get(String(from)) ?? '')
    return path
  },
  truncateSync: () => undefined,
}
const fileSystem: Loose = {
  getSavedFileList: (o: Loose) => callLater('FileSystemManager.getSavedFileList', o, (_, r) => r.ok({ fileList: [] })),
}
for (const [name, run] of Object.entries(fileSync)) {
  fileSystem[name] = (...args: Loose[]) => {
    recordCall('FileSystemManager.' + name, args.slice(0, 1))
    return run(...args)
  }
  const plain = name.replace(/Sync$/, '')
  fileSystem[plain] = (o: Loose = {}) =>
    callLater('FileSystemManager.' + plain, o, (x, r) => {
      try {
        const path = x.filePath ?? x.path ?? x.dirPath ?? x.srcPath ?? x.oldPath ?? x.tempFilePath
        const value = run(
          path,
          plain === 'readFile'
            ? x.encoding
            : plain === 'writeFile' || plain === 'appendFile'
              ? x.data
              : (x.destPath ?? x.newPath ?? x.filePath),
        )
        r.ok(
          plain === 'readFile'
            ? { data: value }
            : plain === 'readdir'
              ? { files: value }
              : plain === 'stat'
                ? { stats: value }
                : plain === 'saveFile'
                  ? { savedFilePath: value }
                  : {},
        )
      } catch (e) {
        r.fail(String((e as Error).message).replace(/^\w+:fail /, ''))
      }
    })
}
fileSystem.getFileInfo = (o: Loose) =>
  callLater('FileSystemManager.getFileInfo', o, (x, r) =>
    exists(String(x.filePath)) ? r.ok({ size: 1024, digest: '0' }) : r.fail(missing(String(x.filePath))),
  )
fileSystem.removeSavedFile = (o: Loose) => callLater('FileSystemManager.removeSavedFile', o, (_, r) => r.ok())
fileSystem.unzip = (o: Loose) => callLater('FileSystemManager.unzip', o, (_, r) => r.ok())
atOnce.getFileSystemManager = () => fileSystem
Object.assign(later, {
  saveFile: say((o) => ({ savedFilePath: fileSync.saveFileSync?.(o.tempFilePath, o.filePath) })),
  getFileInfo: say(() => ({ size: 1024, digest: '0' })),
  getSavedFileList: say(() => ({ fileList: [] })),
  removeSavedFile: say(() => ({})),
  openDocument: say(() => ({})),
  getImageInfo: say((o) => ({ width: 320, height: 240, path: String(o.src ?? ''), orientation: 'up', type: 'png' })),
  compressImage: say((o) => ({ tempFilePath: String(o.src ?? '') })),
  cropImage: say((o) => ({ tempFilePath: String(o.src ?? '') })),
  editImage: say((o) => ({ tempFilePath: String(o.src ?? '') })),
  getVideoInfo: say(() => ({ orientation: 'up', type: 'mp4', duration: 5, size: 1024, width: 320, height: 240, fps: 30, bitrate: 1000 })),
  compressVideo: say((o) => ({ tempFilePath: String(o.src ?? ''), size: 1024 })),
  previewImage: say(() => ({})),
  previewMedia: say(() => ({})),
  canvasToTempFilePath: say(() => ({ tempFilePath: 'http://tmp/canvas.png' })),
  canvasGetImageData: say((o) => ({
    width: +o.width || 1,
    height: +o.height || 1,
    data: new Uint8ClampedArray(Math.min(4_000_000, (+o.width || 1) * (+o.height || 1) * 4)),
  })),
  canvasPutImageData: say(() => ({})),
  loadFontFace: say(() => ({ status: 'loaded' })),
  stopRecord: say(() => ({})),
  playVoice: say(() => ({})),
})
atOnce.canvasToTempFilePathSync = () => 'http://tmp/canvas.png'

// ---- sound -----------------------------------------------------------------------------------------------------

export const playing = (element: string, action: 'play' | 'pause' | 'stop' | 'end', auto: boolean, src: string, muted = false): void => {
  record({ kind: 'media', element, action, auto, muted, src: src.slice(0, 300), cause: describeCause() })
}
function player(name: string): Loose {
  const on: Record<string, ReturnType<typeof listeners>> = {}
  const channel = (event: string) => {
    on[event] ??= listeners(name + '.' + event)
    return on[event]
  }
  const raise = (event: string) => setTimer(() => channel(event).raise({}), 10)
  const own: Loose = {
    src: '',
    autoplay: false,
    paused: true,
    volume: 1,
    duration: 180,
    currentTime: 0,
    buffered: 0,
    loop: false,
    title: '',
    startTime: 0,
    playbackRate: 1,
    obeyMuteSwitch: true,
  }
  const methods: Loose = {
    play: () => {
      own.paused = false
      recordCall(name + '.play', { src: own.src })
      playing(name, 'play', false, String(own.src))
      raise('onPlay')
    },
    pause: () => {
      own.paused = true
      playing(name, 'pause', false, String(own.src))
      raise('onPause')
    },
    stop: () => {
      own.paused = true
      playing(name, 'stop', false, String(own.src))
      raise('onStop')
    },
    seek: (t: number) => {
      own.currentTime = t
      raise('onSeeked')
    },
    destroy: () => {
      own.paused = true
    },
  }
  return new Proxy(own, {
    get: (_, key) => {
      if (typeof key === 'symbol') return undefined
      if (key in methods) return methods[key]
      if (/^on[A-Z]/.test(key)) return (run: Loose) => channel(key).add(run)
      if (/^off[A-Z]/.test(key)) return (run: Loose) => channel('on' + key.slice(3)).remove(run)
      return own[key]
    },
    set: (_, key, value) => {
      own[key as string] = value
      if (key === 'src' && value) {
        raise('onCanplay')
        // the background player starts with its source; the inner one only with autoplay
        if (own.autoplay || name === 'BackgroundAudioManager') {
          own.paused = false
          playing(name, 'play', true, String(value))
          raise('onPlay')
        }
      }
      if (key === 'autoplay' && value && own.src) {
        own.paused = false
        playing(name, 'play', true, String(own.src))
        raise('onPlay')
      }
      return true
    },
  })
}
let background: Loose
let recorder: Loose
Object.assign(atOnce, {
  createInnerAudioContext: () => player('InnerAudioContext'),
  createAudioContext: () => player('AudioContext'),
  getBackgroundAudioManager: () => (background ??= player('BackgroundAudioManager')),
  getRecorderManager: () => (recorder ??= recorderManager()),
})
function recorderManager(): Loose {
  const events: Record<string, ReturnType<typeof listeners>> = {}
  const channel = (event: string) => (events[event] ??= listeners('RecorderManager.' + event))
  const run = (name: string, event: string, value: unknown) => (o?: Loose) => {
    void callLater(
      'RecorderManager.' + name,
      { ...(o ?? {}), success: () => channel(event).raise(value), fail: (e: Loose) => channel('onError').raise(e) },
      recorderStart && name === 'start' ? recorderStart : (_, r) => r.ok(),
    )
  }
  const own: Loose = {
    start: run('start', 'onStart', {}),
    stop: run('stop', 'onStop', { tempFilePath: 'http://tmp/record.mp3', duration: 1000, fileSize: 1024 }),
    pause: run('pause', 'onPause', {}),
    resume: run('resume', 'onResume', {}),
  }
  return new Proxy(own, {
    get: (_, key) =>
      typeof key === 'symbol'
        ? undefined
        : key in own
          ? own[key]
          : /^on[A-Z]/.test(key)
            ? (f: Loose) => channel(key).add(f)
            : () => undefined,
  })
}
let recorderStart: ((o: Loose, r: Loose) => unknown) | null = null
export const setRecorderStart = (run: (o: Loose, r: Loose) => unknown): void => {
  recorderStart = run
}

// ---- canvas ----------------------------------------------------------------------------------------------------

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

// ---- animation and contexts ------------------------------------------------------------------------------------

atOnce.createAnimation = (o: Loose = {}) => {
  let actions: Loose[] = []
  let animates: Loose[] = []
  const option = (x: Loose) => ({
    transformOrigin: x?.transformOrigin ?? o.transformOrigin ?? '50% 50% 0',
    transition: {
      duration: x?.duration ?? o.duration ?? 400,
      timingFunction: x?.timingFunction ?? o.timingFunction ?? 'linear',
      delay: x?.delay ?? o.delay ?? 0,
    },
  })
  const styles = new Set(['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'bottom', 'right'])
  const animation: Loose = {
    step: (x: Loose) => {
      actions.push({ animates, option: option(x) })
      animates = []
      return animation
    },
    export: () => {
      const out = { actions }
      actions = []
      return out
    },
  }
  for (const name of [
    'opacity',
    'backgroundColor',
    'width',
    'height',
    'top',
    'left',
    'bottom',
    'right',
    'rotate',
    'rotateX',
    'rotateY',
    'rotateZ',
    'rotate3d',
    'scale',
    'scaleX',
    'scaleY',
    'scaleZ',
    'scale3d',
    'translate',
    'translateX',
    'translateY',
    'translateZ',
    'translate3d',
    'skew',
    'skewX',
    'skewY',
    'matrix',
    'matrix3d',
  ]) {
    animation[name] = (...args: Loose[]) => {
      const css = name.replace(/[A-Z]/g, (c) => '-' + c.toLowerCase())
      animates.push(
        styles.has(name)
          ? { type: 'style', args: [css, typeof args[0] === 'number' && name !== 'opacity' ? args[0] + 'px' : args[0]] }
          : { type: name, args: args.map((a) => Number.parseFloat(a) || 0) },
      )
      return animation
    }
  }
  return animation
}
for (const name of [
  'createVideoContext',
  'createMapContext',
  'createCameraContext',
  'createLivePlayerContext',
  'createLivePusherContext',
  'createMediaRecorder',
  'createVideoDecoder',
  'createMediaContainer',
  'createWorker',
  'createUDPSocket',
  'createTCPSocket',
  'createCacheManager',
  'createWebAudioContext',
  'createMediaAudioPlayer',
  'createInferenceSession',
  'createVKSession',
  'createEditorContext',
]) {
  atOnce[name] = (id?: unknown) => {
    const short = name.slice(6)
    return standIn(short, {
      id,
      play: () => {
        recordCall(short + '.play', { id: String(id ?? '') })
        playing(short, 'play', false, String(id ?? ''))
      },
      pause: () => playing(short, 'pause', false, String(id ?? '')),
      stop: () => playing(short, 'stop', false, String(id ?? '')),
      takePhoto: (o: Loose) => callLater('CameraContext.takePhoto', o, (_, r) => r.ok({ tempImagePath: 'http://tmp/photo.png' })),
      getCenterLocation: (o: Loose) =>
        callLater('MapContext.getCenterLocation', o, (_, r) => r.ok({ longitude: 113.3245211, latitude: 23.10229 })),
      moveToLocation: (o: Loose) => callLater('MapContext.moveToLocation', o, (_, r) => r.ok()),
      includePoints: (o: Loose) => callLater('MapContext.includePoints', o, (_, r) => r.ok()),
      translateMarker: (o: Loose) => callLater('MapContext.translateMarker', o, (_, r) => r.ok()),
      getScale: (o: Loose) => callLater('MapContext.getScale', o, (_, r) => r.ok({ scale: 16 })),
      getRegion: (o: Loose) =>
        callLater('MapContext.getRegion', o, (_, r) =>
          r.ok({ southwest: { longitude: 113.2, latitude: 23 }, northeast: { longitude: 113.4, latitude: 23.2 } }),
        ),
    })
  }
}
// advertisements: loaded, shown as a note, closed by nobody until asked
for (const name of ['createRewardedVideoAd', 'createInterstitialAd', 'createGridAd']) {
  atOnce[name] = (o: Loose) => {
    const kind = name.slice(6)
    const on: Record<string, ReturnType<typeof listeners>> = {}
    const channel = (event: string) => (on[event] ??= listeners(kind + '.' + event))
    setTimer(() => channel('onLoad').raise({}), 30)
    return {
      adUnitId: o?.adUnitId,
      load: () => Promise.resolve(),
      show: () => {
        recordCall(kind + '.show', { adUnitId: o?.adUnitId })
        setTimer(() => channel('onClose').raise({ isEnded: true }), 600)
        return Promise.resolve()
      },
      destroy() {},
      onLoad: (f: Loose) => channel('onLoad').add(f),
      offLoad: (f: Loose) => channel('onLoad').remove(f),
      onError: (f: Loose) => channel('onError').add(f),
      offError: (f: Loose) => channel('onError').remove(f),
      onClose: (f: Loose) => channel('onClose').add(f),
      offClose: (f: Loose) => channel('onClose').remove(f),
    }
  }
}

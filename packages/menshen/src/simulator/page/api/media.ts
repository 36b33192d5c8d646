/** Pictures, sound, animation, contexts and advertisements: objects that programs hold on to. */
import { describeCause } from '../cause.ts'
import { setTimer } from '../native.ts'
import { record } from '../record.ts'
import type { Loose } from '../state.ts'
import { atOnce, callLater, later, listeners, recordCall, standIn } from './engine.ts'

const say = (give: (o: Loose) => Record<string, unknown>) => (o: Loose, r: Loose) => r.ok(give(o))

// ---- pictures --------------------------------------------------------------------------------------------------

Object.assign(later, {
  getImageInfo: say((o) => ({ width: 320, height: 240, path: String(o.src ?? ''), orientation: 'up', type: 'png' })),
  compressImage: say((o) => ({ tempFilePath: String(o.src ?? '') })),
  cropImage: say((o) => ({ tempFilePath: String(o.src ?? '') })),
  editImage: say((o) => ({ tempFilePath: String(o.src ?? '') })),
  getVideoInfo: say(() => ({ orientation: 'up', type: 'mp4', duration: 5, size: 1024, width: 320, height: 240, fps: 30, bitrate: 1000 })),
  compressVideo: say((o) => ({ tempFilePath: String(o.src ?? ''), size: 1024 })),
  previewImage: say(() => ({})),
  previewMedia: say(() => ({})),
  stopRecord: say(() => ({})),
  playVoice: say(() => ({})),
})

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

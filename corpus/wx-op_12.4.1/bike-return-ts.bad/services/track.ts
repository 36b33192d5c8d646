type Spot = { latitude: number; longitude: number }
export class Track {
  private cb: (s: Spot) => void = () => {}
  follow(cb: (s: Spot) => void): this {
    this.cb = cb
    wx.startLocationUpdate({ success: () => wx.onLocationChange((r) => this.cb(r)) })
    return this
  }
}
export const boot: Array<(p: { spot(s: Spot): void }) => unknown> = [
  (p) => new Track().follow((s) => p.spot(s)),
]

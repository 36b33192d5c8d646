/** Every tag that the platforms bring along. */
export const builtinTags: readonly string[] = (
  'view text image button scroll-view swiper swiper-item input textarea navigator icon picker picker-view picker-view-column checkbox checkbox-group ' +
  'radio radio-group switch slider form label web-view rich-text map video audio canvas cover-view cover-image movable-view movable-area progress ' +
  'open-data ad ad-custom official-account page-meta navigation-bar camera live-player live-pusher root-portal match-media share-element editor ' +
  'functional-page-navigator keyboard-accessory page-container voip-room channel-video channel-live sticky-header sticky-section list-view grid-view ' +
  'snapshot span draggable-sheet open-data-list open-data-item open-container selection double-tap-gesture-handler force-press-gesture-handler ' +
  'horizontal-drag-gesture-handler long-press-gesture-handler pan-gesture-handler scale-gesture-handler tap-gesture-handler vertical-drag-gesture-handler ' +
  'store-product store-home store-coupon store-gift official-account-publish animation-video pay-button consume-card life-service aweme-data aweme-live-book ' +
  'aweme-user-card aweme-group diamond-balance draw-ad webcast-card rate-feedback subscribe-button open-text'
).split(' ')

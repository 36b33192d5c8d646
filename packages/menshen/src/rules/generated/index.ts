// Written by scripts/generate.ts from the folders of src/rules. Do not edit.
import type { Rule } from '../kit.ts'
import abuseCopy from '../abuse-copy/rule.ts'
import addressInsecure from '../address-insecure/rule.ts'
import aiMarkMissing from '../ai-mark-missing/rule.ts'
import aideRemark from '../aide-remark/rule.ts'
import anonymousTalk from '../anonymous-talk/rule.ts'
import apiDeprecated from '../api-deprecated/rule.ts'
import apiNonPublic from '../api-non-public/rule.ts'
import automaticPost from '../automatic-post/rule.ts'
import backgroundModeUnused from '../background-mode-unused/rule.ts'
import badMoralsCopy from '../bad-morals-copy/rule.ts'
import bareSkinPicture from '../bare-skin-picture/rule.ts'
import blindBoxDating from '../blind-box-dating/rule.ts'
import boostingCopy from '../boosting-copy/rule.ts'
import categoryMismatch from '../category-mismatch/rule.ts'
import charityCopy from '../charity-copy/rule.ts'
import cheatCopy from '../cheat-copy/rule.ts'
import clientImitated from '../client-imitated/rule.ts'
import clientLookChanged from '../client-look-changed/rule.ts'
import codeDynamic from '../code-dynamic/rule.ts'
import codeObfuscated from '../code-obfuscated/rule.ts'
import commissionLevels from '../commission-levels/rule.ts'
import complaintMissing from '../complaint-missing/rule.ts'
import componentUnresolved from '../component-unresolved/rule.ts'
import configInvalid from '../config-invalid/rule.ts'
import configLocationUndeclared from '../config-location-undeclared/rule.ts'
import consentGateDefeated from '../consent-gate-defeated/rule.ts'
import contactMissing from '../contact-missing/rule.ts'
import controlWithoutEffect from '../control-without-effect/rule.ts'
import coreFunctionUnseen from '../core-function-unseen/rule.ts'
import counterfeitCopy from '../counterfeit-copy/rule.ts'
import credentialProxy from '../credential-proxy/rule.ts'
import crimeCopy from '../crime-copy/rule.ts'
import dataDeletionMissing from '../data-deletion-missing/rule.ts'
import documentForgery from '../document-forgery/rule.ts'
import donationPayment from '../donation-payment/rule.ts'
import downloadUnasked from '../download-unasked/rule.ts'
import downloadWall from '../download-wall/rule.ts'
import driftingAdvert from '../drifting-advert/rule.ts'
import eligibilityDecision from '../eligibility-decision/rule.ts'
import endlessWork from '../endless-work/rule.ts'
import entryFee from '../entry-fee/rule.ts'
import fakeServiceCopy from '../fake-service-copy/rule.ts'
import falseNoticeCopy from '../false-notice-copy/rule.ts'
import financeCopy from '../finance-copy/rule.ts'
import followWall from '../follow-wall/rule.ts'
import forbiddenGoodsCopy from '../forbidden-goods-copy/rule.ts'
import foreignInterface from '../foreign-interface/rule.ts'
import foreignPasswordAsked from '../foreign-password-asked/rule.ts'
import foreignPayment from '../foreign-payment/rule.ts'
import formIdGathering from '../form-id-gathering/rule.ts'
import gamblingCopy from '../gambling-copy/rule.ts'
import goreCopy from '../gore-copy/rule.ts'
import guidanceMissing from '../guidance-missing/rule.ts'
import healthClaimCopy from '../health-claim-copy/rule.ts'
import hiddenPage from '../hidden-page/rule.ts'
import homePageIdle from '../home-page-idle/rule.ts'
import hypeCopy from '../hype-copy/rule.ts'
import identityNumberNeedless from '../identity-number-needless/rule.ts'
import interfaceGated from '../interface-gated/rule.ts'
import interfaceStrain from '../interface-strain/rule.ts'
import iosVirtualGoods from '../ios-virtual-goods/rule.ts'
import jailbreakAsked from '../jailbreak-asked/rule.ts'
import layerUnclosable from '../layer-unclosable/rule.ts'
import libraryAltered from '../library-altered/rule.ts'
import listingIcon from '../listing-icon/rule.ts'
import listingIntro from '../listing-intro/rule.ts'
import listingName from '../listing-name/rule.ts'
import listingUnlawful from '../listing-unlawful/rule.ts'
import loadingEndless from '../loading-endless/rule.ts'
import locationForControl from '../location-for-control/rule.ts'
import locationFromIp from '../location-from-ip/rule.ts'
import locationNeedless from '../location-needless/rule.ts'
import locationPurposeMissing from '../location-purpose-missing/rule.ts'
import logOutMissing from '../log-out-missing/rule.ts'
import loginWall from '../login-wall/rule.ts'
import loginWayDead from '../login-way-dead/rule.ts'
import lotteryTicketCopy from '../lottery-ticket-copy/rule.ts'
import luxuryCopy from '../luxury-copy/rule.ts'
import mediaPlayingUnasked from '../media-playing-unasked/rule.ts'
import medicineCopy from '../medicine-copy/rule.ts'
import miniProgramSearch from '../mini-program-search/rule.ts'
import minorsCopy from '../minors-copy/rule.ts'
import nameWithoutBrand from '../name-without-brand/rule.ts'
import nativeFunctionReplaced from '../native-function-replaced/rule.ts'
import navigationTargetMissing from '../navigation-target-missing/rule.ts'
import nearbyIneligible from '../nearby-ineligible/rule.ts'
import observerCircular from '../observer-circular/rule.ts'
import otherPlatformLogin from '../other-platform-login/rule.ts'
import otherPlatformWords from '../other-platform-words/rule.ts'
import outsideCodeShown from '../outside-code-shown/rule.ts'
import outsideLinkCopied from '../outside-link-copied/rule.ts'
import outsideServices from '../outside-services/rule.ts'
import packageOversize from '../package-oversize/rule.ts'
import pageFailing from '../page-failing/rule.ts'
import pageFilesMissing from '../page-files-missing/rule.ts'
import pageInescapable from '../page-inescapable/rule.ts'
import pageStackFull from '../page-stack-full/rule.ts'
import pageStub from '../page-stub/rule.ts'
import paidVotes from '../paid-votes/rule.ts'
import paymentCodeShown from '../payment-code-shown/rule.ts'
import paymentDummy from '../payment-dummy/rule.ts'
import paymentUnannounced from '../payment-unannounced/rule.ts'
import paymentUnmentioned from '../payment-unmentioned/rule.ts'
import paymentUnreached from '../payment-unreached/rule.ts'
import personalDataExposed from '../personal-data-exposed/rule.ts'
import personalDataRequired from '../personal-data-required/rule.ts'
import personalDataToThirdParty from '../personal-data-to-third-party/rule.ts'
import personalityQuizCopy from '../personality-quiz-copy/rule.ts'
import petTradeCopy from '../pet-trade-copy/rule.ts'
import phoneBeforeLaunch from '../phone-before-launch/rule.ts'
import phoneButtonWords from '../phone-button-words/rule.ts'
import piracyOffered from '../piracy-offered/rule.ts'
import plainTransport from '../plain-transport/rule.ts'
import platformLoginMissing from '../platform-login-missing/rule.ts'
import privacyItemUndeclared from '../privacy-item-undeclared/rule.ts'
import privacyPolicyUnreachable from '../privacy-policy-unreachable/rule.ts'
import prizeDraw from '../prize-draw/rule.ts'
import prizeFabricated from '../prize-fabricated/rule.ts'
import profileKeptAfterRefusal from '../profile-kept-after-refusal/rule.ts'
import programDirectory from '../program-directory/rule.ts'
import programJumpUnasked from '../program-jump-unasked/rule.ts'
import programTooSimple from '../program-too-simple/rule.ts'
import programVisitDemanded from '../program-visit-demanded/rule.ts'
import promptOnEntry from '../prompt-on-entry/rule.ts'
import propertyCopy from '../property-copy/rule.ts'
import pullDownHidden from '../pull-down-hidden/rule.ts'
import purposeHollow from '../purpose-hollow/rule.ts'
import qualificationMissing from '../qualification-missing/rule.ts'
import recordingUnannounced from '../recording-unannounced/rule.ts'
import refusalUnheeded from '../refusal-unheeded/rule.ts'
import reviewSwitch from '../review-switch/rule.ts'
import scalpingCopy from '../scalping-copy/rule.ts'
import secretInPackage from '../secret-in-package/rule.ts'
import serverDrawnPage from '../server-drawn-page/rule.ts'
import serviceChatBait from '../service-chat-bait/rule.ts'
import serviceMessageCopy from '../service-message-copy/rule.ts'
import sharePressure from '../share-pressure/rule.ts'
import shareReward from '../share-reward/rule.ts'
import shareWall from '../share-wall/rule.ts'
import shopCommandCopy from '../shop-command-copy/rule.ts'
import spamCopy from '../spam-copy/rule.ts'
import subscribePromptMisused from '../subscribe-prompt-misused/rule.ts'
import superstitionCopy from '../superstition-copy/rule.ts'
import sweepstakesCopy from '../sweepstakes-copy/rule.ts'
import tabBarInvalid from '../tab-bar-invalid/rule.ts'
import tapFailing from '../tap-failing/rule.ts'
import tencentMarkCopy from '../tencent-mark-copy/rule.ts'
import tencentMarkIcon from '../tencent-mark-icon/rule.ts'
import tencentName from '../tencent-name/rule.ts'
import testAccountMissing from '../test-account-missing/rule.ts'
import transferPayment from '../transfer-payment/rule.ts'
import typedDataSentEarly from '../typed-data-sent-early/rule.ts'
import unfinishedContent from '../unfinished-content/rule.ts'
import uploadUnannounced from '../upload-unannounced/rule.ts'
import userContentUnfiltered from '../user-content-unfiltered/rule.ts'
import userMadeActivity from '../user-made-activity/rule.ts'
import virtualGoodsPayment from '../virtual-goods-payment/rule.ts'
import visitorList from '../visitor-list/rule.ts'
import vulgarCopy from '../vulgar-copy/rule.ts'
import watermarkRemoval from '../watermark-removal/rule.ts'
import webPagesOnly from '../web-pages-only/rule.ts'
import webViewAddress from '../web-view-address/rule.ts'
import wordsAsPicture from '../words-as-picture/rule.ts'

/** Every rule by its id. */
export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['abuse-copy', abuseCopy],
  ['address-insecure', addressInsecure],
  ['ai-mark-missing', aiMarkMissing],
  ['aide-remark', aideRemark],
  ['anonymous-talk', anonymousTalk],
  ['api-deprecated', apiDeprecated],
  ['api-non-public', apiNonPublic],
  ['automatic-post', automaticPost],
  ['background-mode-unused', backgroundModeUnused],
  ['bad-morals-copy', badMoralsCopy],
  ['bare-skin-picture', bareSkinPicture],
  ['blind-box-dating', blindBoxDating],
  ['boosting-copy', boostingCopy],
  ['category-mismatch', categoryMismatch],
  ['charity-copy', charityCopy],
  ['cheat-copy', cheatCopy],
  ['client-imitated', clientImitated],
  ['client-look-changed', clientLookChanged],
  ['code-dynamic', codeDynamic],
  ['code-obfuscated', codeObfuscated],
  ['commission-levels', commissionLevels],
  ['complaint-missing', complaintMissing],
  ['component-unresolved', componentUnresolved],
  ['config-invalid', configInvalid],
  ['config-location-undeclared', configLocationUndeclared],
  ['consent-gate-defeated', consentGateDefeated],
  ['contact-missing', contactMissing],
  ['control-without-effect', controlWithoutEffect],
  ['core-function-unseen', coreFunctionUnseen],
  ['counterfeit-copy', counterfeitCopy],
  ['credential-proxy', credentialProxy],
  ['crime-copy', crimeCopy],
  ['data-deletion-missing', dataDeletionMissing],
  ['document-forgery', documentForgery],
  ['donation-payment', donationPayment],
  ['download-unasked', downloadUnasked],
  ['download-wall', downloadWall],
  ['drifting-advert', driftingAdvert],
  ['eligibility-decision', eligibilityDecision],
  ['endless-work', endlessWork],
  ['entry-fee', entryFee],
  ['fake-service-copy', fakeServiceCopy],
  ['false-notice-copy', falseNoticeCopy],
  ['finance-copy', financeCopy],
  ['follow-wall', followWall],
  ['forbidden-goods-copy', forbiddenGoodsCopy],
  ['foreign-interface', foreignInterface],
  ['foreign-password-asked', foreignPasswordAsked],
  ['foreign-payment', foreignPayment],
  ['form-id-gathering', formIdGathering],
  ['gambling-copy', gamblingCopy],
  ['gore-copy', goreCopy],
  ['guidance-missing', guidanceMissing],
  ['health-claim-copy', healthClaimCopy],
  ['hidden-page', hiddenPage],
  ['home-page-idle', homePageIdle],
  ['hype-copy', hypeCopy],
  ['identity-number-needless', identityNumberNeedless],
  ['interface-gated', interfaceGated],
  ['interface-strain', interfaceStrain],
  ['ios-virtual-goods', iosVirtualGoods],
  ['jailbreak-asked', jailbreakAsked],
  ['layer-unclosable', layerUnclosable],
  ['library-altered', libraryAltered],
  ['listing-icon', listingIcon],
  ['listing-intro', listingIntro],
  ['listing-name', listingName],
  ['listing-unlawful', listingUnlawful],
  ['loading-endless', loadingEndless],
  ['location-for-control', locationForControl],
  ['location-from-ip', locationFromIp],
  ['location-needless', locationNeedless],
  ['location-purpose-missing', locationPurposeMissing],
  ['log-out-missing', logOutMissing],
  ['login-wall', loginWall],
  ['login-way-dead', loginWayDead],
  ['lottery-ticket-copy', lotteryTicketCopy],
  ['luxury-copy', luxuryCopy],
  ['media-playing-unasked', mediaPlayingUnasked],
  ['medicine-copy', medicineCopy],
  ['mini-program-search', miniProgramSearch],
  ['minors-copy', minorsCopy],
  ['name-without-brand', nameWithoutBrand],
  ['native-function-replaced', nativeFunctionReplaced],
  ['navigation-target-missing', navigationTargetMissing],
  ['nearby-ineligible', nearbyIneligible],
  ['observer-circular', observerCircular],
  ['other-platform-login', otherPlatformLogin],
  ['other-platform-words', otherPlatformWords],
  ['outside-code-shown', outsideCodeShown],
  ['outside-link-copied', outsideLinkCopied],
  ['outside-services', outsideServices],
  ['package-oversize', packageOversize],
  ['page-failing', pageFailing],
  ['page-files-missing', pageFilesMissing],
  ['page-inescapable', pageInescapable],
  ['page-stack-full', pageStackFull],
  ['page-stub', pageStub],
  ['paid-votes', paidVotes],
  ['payment-code-shown', paymentCodeShown],
  ['payment-dummy', paymentDummy],
  ['payment-unannounced', paymentUnannounced],
  ['payment-unmentioned', paymentUnmentioned],
  ['payment-unreached', paymentUnreached],
  ['personal-data-exposed', personalDataExposed],
  ['personal-data-required', personalDataRequired],
  ['personal-data-to-third-party', personalDataToThirdParty],
  ['personality-quiz-copy', personalityQuizCopy],
  ['pet-trade-copy', petTradeCopy],
  ['phone-before-launch', phoneBeforeLaunch],
  ['phone-button-words', phoneButtonWords],
  ['piracy-offered', piracyOffered],
  ['plain-transport', plainTransport],
  ['platform-login-missing', platformLoginMissing],
  ['privacy-item-undeclared', privacyItemUndeclared],
  ['privacy-policy-unreachable', privacyPolicyUnreachable],
  ['prize-draw', prizeDraw],
  ['prize-fabricated', prizeFabricated],
  ['profile-kept-after-refusal', profileKeptAfterRefusal],
  ['program-directory', programDirectory],
  ['program-jump-unasked', programJumpUnasked],
  ['program-too-simple', programTooSimple],
  ['program-visit-demanded', programVisitDemanded],
  ['prompt-on-entry', promptOnEntry],
  ['property-copy', propertyCopy],
  ['pull-down-hidden', pullDownHidden],
  ['purpose-hollow', purposeHollow],
  ['qualification-missing', qualificationMissing],
  ['recording-unannounced', recordingUnannounced],
  ['refusal-unheeded', refusalUnheeded],
  ['review-switch', reviewSwitch],
  ['scalping-copy', scalpingCopy],
  ['secret-in-package', secretInPackage],
  ['server-drawn-page', serverDrawnPage],
  ['service-chat-bait', serviceChatBait],
  ['service-message-copy', serviceMessageCopy],
  ['share-pressure', sharePressure],
  ['share-reward', shareReward],
  ['share-wall', shareWall],
  ['shop-command-copy', shopCommandCopy],
  ['spam-copy', spamCopy],
  ['subscribe-prompt-misused', subscribePromptMisused],
  ['superstition-copy', superstitionCopy],
  ['sweepstakes-copy', sweepstakesCopy],
  ['tab-bar-invalid', tabBarInvalid],
  ['tap-failing', tapFailing],
  ['tencent-mark-copy', tencentMarkCopy],
  ['tencent-mark-icon', tencentMarkIcon],
  ['tencent-name', tencentName],
  ['test-account-missing', testAccountMissing],
  ['transfer-payment', transferPayment],
  ['typed-data-sent-early', typedDataSentEarly],
  ['unfinished-content', unfinishedContent],
  ['upload-unannounced', uploadUnannounced],
  ['user-content-unfiltered', userContentUnfiltered],
  ['user-made-activity', userMadeActivity],
  ['virtual-goods-payment', virtualGoodsPayment],
  ['visitor-list', visitorList],
  ['vulgar-copy', vulgarCopy],
  ['watermark-removal', watermarkRemoval],
  ['web-pages-only', webPagesOnly],
  ['web-view-address', webViewAddress],
  ['words-as-picture', wordsAsPicture],
])

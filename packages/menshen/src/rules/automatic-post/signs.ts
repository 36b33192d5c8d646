/** What publishes, what is written, and what says so on a button. */
export const PUBLISHES =
  /(?:^|[/_-])(?:publish|posts?|comments?|square|moments?|forward|repost|tweet|reply|feeds?|dynamics?|topics?|bbs|timeline|share_?to)(?:$|[/_?-])|(?:add|create|send|submit)(?:Post|Comment|Moment|Topic|Reply|Feed)|发布|发帖|评论/i
export const TEXT_KEY = /^(?:text|content|body|message|comment|msg|words|title|desc)$/i
export const PUBLISH_LABEL = /发|提交|分享|评论|回复|打卡|保存/
export const READS = /list|get|query|fetch|count|detail|search|page/i

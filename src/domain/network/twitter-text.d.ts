/** The one function of twitter-text in use: importing it alone keeps the browser's bundle small. */
declare module 'twitter-text/dist/parseTweet.js' {
  import { parseTweet } from 'twitter-text';
  export { parseTweet as default };
}

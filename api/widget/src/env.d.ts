declare module '*.css?inline' {
  const stijl: string;
  export default stijl;
}

declare module '*?raw' {
  const inhoud: string;
  export default inhoud;
}

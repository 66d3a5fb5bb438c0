import { htmlMarkup } from "../blocks/markup";
import type { Document } from "../document";
import type { Span } from "../finding";

/** Where the comments of a document stand, in order. Plain text has none; what looks like one in code is none. */
export function commentsOf({ source, split }: Document): Span[] {
  if (source.language === "html") return commentsIn(source.text, 0);
  const { parsed, frontMatter } = split;
  if (!parsed) return [];
  const comments: Span[] = [];
  parsed.tree.iterate({
    enter({ name, from, to }) {
      const isHtml = name === "CommentBlock" || name === "Comment" || name === "HTMLBlock";
      if (isHtml) comments.push(...commentsIn(parsed.text.slice(from, to), frontMatter + from));
      return !isHtml;
    },
  });
  return comments;
}

function commentsIn(text: string, base: number): Span[] {
  return htmlMarkup(text)
    .filter(({ start }) => text.startsWith("<!--", start))
    .map(({ start, end }) => ({ start: base + start, end: base + end }));
}

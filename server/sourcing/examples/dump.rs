#![allow(warnings, clippy::all, clippy::pedantic)]
use article::{BlockKind, Format, Hint};
use sourcing::*;
use std::sync::Arc;
fn names_nobody(reading: &Reading, quote: &Quote) -> bool {
    let Some(index) = quote.attribution else { return true };
    let Some(attribution) = reading.attributions.get(index) else { return true };
    if attribution.source.is_empty() && attribution.speaker.is_none() {
        return true;
    }
    let carried_over = attribution.cue.is_empty() && quote.tag.is_none();
    carried_over && !continues(reading, index, quote.inside.block)
}
fn continues(reading: &Reading, index: usize, block: usize) -> bool {
    let speaker = &reading.attributions[index].speaker;
    let near = |place: &Place| block <= place.block + 1 && place.block <= block;
    let earlier = reading.attributions[..index].iter().rev();
    let mut earlier = earlier.take_while(|it| it.content.iter().chain(&it.source).any(near));
    let named_here = reading.attributions[index].source.iter().any(near);
    named_here || earlier.any(|it| it.speaker == *speaker)
}
fn main() {
    let mut args = std::env::args().skip(1);
    let mode = args.next().unwrap();
    for file in args {
        let text = std::fs::read_to_string(&file).unwrap();
        let format = if file.ends_with(".md") { Format::Markdown } else { Format::Plain };
        let reading = read(Arc::new(article::read(text.as_str(), format, &Hint::default())), None);
        match &*mode {
            "say" => {
                for line in text.lines().filter(|l| !l.trim().is_empty()) {
                    let line = line.replace(" // ", "\n\n");
                    let r = read(
                        Arc::new(article::read(line.as_str(), Format::Markdown, &Hint::default())),
                        None,
                    );
                    println!("\n> {line}");
                    for a in &r.attributions {
                        let w = |v: &Vec<Place>| {
                            v.iter().map(|&p| r.words(p)).collect::<Vec<_>>().join(" … ")
                        };
                        println!(
                            "   [{}] {:?} {:?} via {:?} | src `{}` cue `{}` : {}",
                            a.speaker.as_deref().unwrap_or("-"),
                            a.kind,
                            a.form,
                            a.via,
                            w(&a.source),
                            w(&a.cue),
                            w(&a.content)
                        );
                    }
                    for q in &r.quotes {
                        if q.attribution.is_none() {
                            println!("   FREE {:?} {}", q.kind, r.words(q.inside));
                        }
                    }
                    if std::env::var("TAGS").is_ok() {
                        for p in &r.paragraphs {
                            let t = &r.article.blocks[0].text;
                            println!(
                                "   {}",
                                p.text
                                    .tokens
                                    .iter()
                                    .map(|k| format!("{}/{:?}", k.range.of(t), k.tag))
                                    .collect::<Vec<_>>()
                                    .join(" ")
                            );
                        }
                    }
                }
            }
            "quo" => {
                for q in &reading.quotes {
                    let speech =
                        matches!(q.kind, QuoteKind::Full | QuoteKind::Partial) && q.balanced;
                    let block = reading.article.blocks[q.inside.block].kind;
                    let body = !matches!(
                        block,
                        BlockKind::Headline | BlockKind::Subhead | BlockKind::Caption
                    );
                    let long = 4 <= reading.words(q.inside).split_whitespace().count();
                    if speech && body && long {
                        let bad = names_nobody(&reading, q);
                        if !bad && std::env::var("ALL").is_err() {
                            continue;
                        }
                        let b = q.inside.block;
                        let t = &reading.article.blocks[b].text;
                        let a = q.attribution.map(|i| &reading.attributions[i]);
                        println!(
                            "\n## {} {} block {b} [{}]{:?} {}",
                            if bad { "BAD" } else { "ok" },
                            file.rsplit("newsroom-real/").next().unwrap(),
                            a.and_then(|a| a.speaker.as_deref()).unwrap_or("-"),
                            a.and_then(|a| a.kind),
                            a.map_or(String::new(), |a| a
                                .source
                                .iter()
                                .map(|&p| reading.words(p))
                                .collect::<Vec<_>>()
                                .join("|"))
                        );
                        if b > 0 {
                            let p = &reading.article.blocks[b - 1].text;
                            let n = p.chars().count();
                            println!(
                                "  ^ {}",
                                p.chars().skip(n.saturating_sub(160)).collect::<String>()
                            );
                        }
                        let (s, e) = (q.outside.range.start, q.outside.range.end);
                        let pre: String = {
                            let v: Vec<char> = t[..s].chars().collect();
                            v[v.len().saturating_sub(220)..].iter().collect()
                        };
                        let post: String = t[e..].chars().take(140).collect();
                        println!("  {pre}>>>{}<<<{post}", &t[s..e]);
                    }
                }
            }
            _ => {
                let mut at = vec![0usize; text.len() + 1];
                let mut n = 0;
                for (i, c) in text.char_indices() {
                    for k in 0..c.len_utf8() {
                        at[i + k] = n;
                    }
                    n += 1;
                }
                at[text.len()] = n;
                let spans = |v: &Vec<Place>| {
                    format!(
                        "[{}]",
                        v.iter()
                            .map(|&p| {
                                let s = reading.span(p);
                                format!("[{},{}]", at[s.start], at[s.end])
                            })
                            .collect::<Vec<_>>()
                            .join(",")
                    )
                };
                let id = file.rsplit('/').next().unwrap().trim_end_matches(".txt");
                println!(
                    "{{\"doc_id\":\"{id}\",\"attributions\":[{}]}}",
                    reading
                        .attributions
                        .iter()
                        .map(|a| format!(
                            "{{\"source\":{},\"cue\":{},\"content\":{},\"type\":\"direct\"}}",
                            spans(&a.source),
                            spans(&a.cue),
                            spans(&a.content)
                        ))
                        .collect::<Vec<_>>()
                        .join(",")
                );
            }
        }
    }
}

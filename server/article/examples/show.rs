//! Shows how a file is read.
use article::{Format, Hint, decode, read};
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).expect("readable");
        let text = decode(&bytes).expect("text").text;
        let format = if path.ends_with(".md") { Format::Markdown } else { Format::Plain };
        let article = read(text, format, &Hint { name: path.clone(), ..Hint::default() });
        println!("=== {path}\n{:#?}", article.metadata);
        for block in &article.blocks {
            println!(
                "{:?} {:?} {}",
                block.kind,
                block.span,
                block.text.chars().take(110).collect::<String>()
            );
        }
        println!("{:?} {:?} {:?}", article.tags, article.ignores, article.problems);
    }
}

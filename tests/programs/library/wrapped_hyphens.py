"""textwrap: dashes, hyphens, spaces that do not break, ends of sentences, placeholders that are too wide."""
import textwrap
for text, width in (("You can also do--this or even---this.", 15), ("this-is-a-useful-feature-for-reformatting posts-from-tim-peters'ly", 8),
                    ("the -n option, or --dry-run or --dryrun", 12), ("a 3.14-15 on 1998-11-24 e-mail x-y", 6), ("non\xa0breaking space\u202fhere", 10),
                    ('"foo-bar" he said--"no!"--and left...--so', 9)):
    print(textwrap.wrap(text, width), textwrap.wrap(text, width, break_on_hyphens=False))
print(textwrap.wrap('Well, Doctor? What do you "think?" Hm. A b', 60, fix_sentence_endings=True))
for width in (3, 10):
    try:
        print(textwrap.shorten("hello there world", width))
    except ValueError as e:
        print(e)

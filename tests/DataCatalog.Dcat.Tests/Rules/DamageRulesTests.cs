using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>What programs leave in texts and nobody writes.</summary>
public sealed class DamageRulesTests
{
    [Theory]
    [InlineData("Acc\uFFFDs", "U+FFFD REPLACEMENT CHARACTER, which is at character 4")]
    [InlineData("L\u0092eau potable", "U+0092 (a control character; in windows-1252 it is '\u2019'), which is at character 2")]
    [InlineData("Eau\u200Bpotable", "U+200B ZERO WIDTH SPACE")]
    [InlineData("Eau\u200Cpotable", "U+200C ZERO WIDTH NON-JOINER")]
    [InlineData("Eau\u200Dpotable", "U+200D ZERO WIDTH JOINER")]
    [InlineData("Eau \u202Epotable", "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [InlineData("\u200EEau potable", "U+200E LEFT-TO-RIGHT MARK")]
    [InlineData("\uFEFFEau potable", "U+FEFF ZERO WIDTH NO-BREAK SPACE")]
    [InlineData("Eau po\u00ADtable", "U+00AD SOFT HYPHEN")]
    [InlineData("Eau\u2028potable", "U+2028 LINE SEPARATOR")]
    [InlineData("Eau\u007Fpotable", "U+007F DELETE")]
    [InlineData("Eau \uE000", "U+E000")]
    [InlineData("Eau\npotable", "one line, which ends at character 4")]
    [InlineData("Eau\rpotable", "one line, which ends at character 4")]
    [InlineData("#N/A", "'#N/A' is what a spreadsheet shows")]
    [InlineData("#REF!", "'#REF!' is what a spreadsheet shows")]
    [InlineData("#VALUE!", "'#VALUE!'")]
    [InlineData("#VALEUR!", "'#VALEUR!'")]
    [InlineData("#NOM?", "'#NOM?'")]
    [InlineData("Eau #DIV/0! potable", "'#DIV/0!'")]
    [InlineData("########", "'########'")]
    [InlineData("null", "'null' is what a program writes for nothing")]
    [InlineData("NULL", "'NULL' is what a program writes for nothing")]
    [InlineData("NaN", "'NaN' is what a program writes for nothing")]
    [InlineData("undefined", "'undefined'")]
    [InlineData("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")' is a formula")]
    [InlineData("AccÃ¨s à l'eau", "'Ã¨' at character 4, which was 'è'")]
    [InlineData("Ã\u00A0 venir", "'Ã\u00A0' at character 1, which was 'à'")]
    [InlineData("DonnÃ©es", "which was 'é'")]
    [InlineData("DonnÃƒÂ©es", "'Ãƒ' at character 5")]
    [InlineData("lâ€™eau", "'â€™' at character 2, which was '’'")]
    [InlineData("cÅ“ur", "which was 'œ'")]
    [InlineData("Eau Â« potable", "which was '«'")]
    [InlineData("10 â‚¬ par an", "which was '€'")]
    [InlineData("Donn√©es", "'√©'")]
    [InlineData("Donn├®es", "'├®'")]
    public void A_damaged_title_is_refused_and_the_damage_is_named(string title, string words)
    {
        Validation.Single(Validation.Of(Valid.Dataset with { Title = LanguageMap.Of(title) }), "title.fr", words);
        Assert.NotEmpty(Validation.Of(Valid.Service with { Title = LanguageMap.Of("Eau", title) }));
        Assert.NotEmpty(Validation.Of(Valid.Agent with { Name = LanguageMap.Of(title) }));
        Assert.NotEmpty(Validation.Of(Valid.Concept with { AltLabels = [title] }));
    }

    [Theory]
    [InlineData("Écoles, cœurs de ville et œuvres : « l’été »")]
    [InlineData("ÉCOLES ET ÂGE DES ÉLÈVES")]
    [InlineData("L'UNIVERSITÉ\u00A0: « CITÉ\u00A0»")]
    [InlineData("PÂTE, GÂTEAU, CÂBLE, Â l'ancienne")]
    [InlineData("São Paulo, SÃO PAULO, Ångström, Łódź")]
    [InlineData("Prix en € – 100 % ; n° 5 — 12 m²")]
    [InlineData("Communes de Nan-sous-Thil et de Null")]
    [InlineData("Données #ouvertes !")]
    [InlineData("Eau = vie")]
    [InlineData("Vélos 🚲 et ❤️")]
    [InlineData("Ça, là, où, naïf, Noël, ambiguë, aÿ")]
    public void French_as_it_is_written_is_welcome(string title) =>
        Assert.Empty(Validation.Of(Valid.Dataset with { Title = LanguageMap.Of(title) }));

    [Fact]
    public void A_description_may_have_several_lines() => Assert.Empty(Validation.Of(
        Valid.Dataset with { Description = LanguageMap.Of("Analyses de l'eau potable, commune par commune.\n\nDepuis 2016.") }));

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    public void A_description_says_more_than_the_title(int length, bool valid) =>
        Assert.Equal(valid, Validation.Of(Valid.Dataset with { Description = LanguageMap.Of(new string('a', length)) }).Count == 0);

    [Fact]
    public void Other_texts_of_a_dataset_are_looked_at_too()
    {
        Assert.NotEmpty(Validation.Of(Valid.Dataset with { Keywords = ["#REF!"] }));
        Assert.NotEmpty(Validation.Of(Valid.Dataset with { OtherIdentifiers = [new("data.gouv.fr", "null")] }));
        Assert.NotEmpty(Validation.Of(Valid.Dataset with { OtherIdentifiers = [new("data.gouv.fr", "a b")] }));
        Assert.NotEmpty(Validation.Of(Valid.Dataset with { OtherIdentifiers = [new("DATA.gouv.fr", "a")] }));
        var provenance = Valid.Provenance with { Sources = [new Evidence(null, "#N/A")] };
        Assert.NotEmpty(Validation.Of(Valid.Dataset with { Provenance = provenance }));
        Assert.NotEmpty(Validation.Of(Valid.Territory with { Name = "Saint-\u200BMalo" }));
    }

    [Theory]
    [InlineData("#N/D")]
    [InlineData("#NV")]
    [InlineData("#GETTING_DATA")]
    [InlineData("#NAME?")]
    [InlineData("#NULL!")]
    [InlineData("#NUL!")]
    [InlineData("#NUM!")]
    [InlineData("#NOMBRE!")]
    [InlineData("#SPILL!")]
    [InlineData("#PROPAGATION!")]
    [InlineData("#CALC!")]
    [InlineData("#FIELD!")]
    [InlineData("#CHAMP!")]
    [InlineData("#BLOCKED!")]
    [InlineData("#CONNECT!")]
    [InlineData("#UNKNOWN!")]
    [InlineData("#BUSY!")]
    [InlineData("#BEZUG!")]
    [InlineData("#WERT!")]
    [InlineData("#ZAHL!")]
    [InlineData("Err:502")]
    public void Whatever_a_spreadsheet_shows_where_it_has_no_value_is_refused(string title) => Assert.Equal(
        $"a value, and '{title}' is what a spreadsheet shows where it has none", TextDamage.Find(title));

    [Theory]
    [InlineData("(null)")]
    [InlineData("nil")]
    [InlineData("n/a")]
    [InlineData("\\N")]
    [InlineData("[object Object]")]
    [InlineData("#NULL")]
    public void Whatever_a_program_writes_for_nothing_is_refused(string title) => Assert.Equal(
        $"a value, or nothing where there is none: '{title}' is what a program writes for nothing", TextDamage.Find(title));

    [Theory]
    [InlineData("\u034F", "U+034F COMBINING GRAPHEME JOINER")]
    [InlineData("\u115F", "U+115F HANGUL CHOSEONG FILLER")]
    [InlineData("\u1160", "U+1160 HANGUL JUNGSEONG FILLER")]
    [InlineData("\u3164", "U+3164 HANGUL FILLER")]
    [InlineData("\uFFA0", "U+FFA0 HALFWIDTH HANGUL FILLER")]
    [InlineData("\uFFFC", "U+FFFC OBJECT REPLACEMENT CHARACTER")]
    [InlineData("\u2029", "U+2029 PARAGRAPH SEPARATOR")]
    public void Characters_that_nobody_sees_are_refused_whatever_kind_they_are_of(string character, string name) =>
        Assert.Equal($"text without {name}, which is at character 4", TextDamage.Find($"Eau{character}"));

    [Theory]
    [InlineData("ï¿½", "ï¿½")]
    [InlineData("ï»¿", "ï»¿")]
    [InlineData("ðŸš²", "ðŸ")]
    public void Signs_that_were_encoded_twice_are_refused_too(string text, string damage) => Assert.StartsWith(
        $"text that was encoded once, and there is '{damage}' at character 5", TextDamage.Find($"Eau {text}"), StringComparison.Ordinal);

    [Fact]
    public void A_long_formula_is_cut() => Assert.Equal(
        $"a value, and '={new string('A', 39)}…' is a formula of a spreadsheet", TextDamage.Find("=" + new string('A', 100)));

    /// <summary>What XML cannot hold is told by another rule.</summary>
    [Fact]
    public void Half_of_a_surrogate_pair_is_no_lost_character() => Assert.Null(TextDamage.Find("é" + (char)0xD83D));

    [Fact]
    public void A_damage_is_found_in_time_that_grows_with_the_text() => Assert.Null(TextDamage.Find(new string('é', 1_000_000)));
}

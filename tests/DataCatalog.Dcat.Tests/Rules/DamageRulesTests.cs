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

    [Fact]
    public void A_damage_is_found_in_time_that_grows_with_the_text() => Assert.Null(TextDamage.Find(new string('é', 1_000_000)));
}

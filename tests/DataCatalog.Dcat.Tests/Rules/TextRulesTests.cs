using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class TextRulesTests
{
    [Fact]
    public void The_least_record_of_each_kind_is_valid()
    {
        Assert.Empty(Validation.Of(Valid.Dataset with { Distributions = [Valid.Distribution] }));
        Assert.Empty(Validation.Of(Valid.Service));
        Assert.Empty(Validation.Of(Valid.Series));
        Assert.Empty(Validation.Of(Valid.Model));
        Assert.Empty(Validation.Of(Valid.Agent));
        Assert.Empty(Validation.Of(Valid.Scheme));
        Assert.Empty(Validation.Of(Valid.Concept));
        Assert.Empty(Validation.Of(Valid.Territory));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" padded")]
    [InlineData("padded ")]
    [InlineData("bell \a")]
    [InlineData("non-character \uFFFE")]
    public void A_bad_french_title_is_reported_at_its_language(string title)
    {
        var failure = Assert.Single(Validation.Of(Valid.Dataset with { Title = LanguageMap.Of(title) }));
        Assert.Equal("title.fr", failure.PropertyName);
        Assert.Equal(title, failure.AttemptedValue);
    }

    [Theory]
    [InlineData("🚰 eau")]
    [InlineData("l'été\tà Évreux")]
    public void Every_character_of_XML_is_welcome_in_a_title(string title) =>
        Assert.Empty(Validation.Of(Valid.Dataset with { Title = LanguageMap.Of(title) }));

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        var half = "eau 🚰"[..^1];
        Validation.Single(Validation.Of(Valid.Dataset with { Title = LanguageMap.Of(half) }), "title.fr", "U+D83D at character 5");
        Validation.Single(Validation.Of(Valid.Dataset with { LandingPage = $"https://example.org/{half}" }), "landingPage", "URL");
    }

    [Fact]
    public void The_message_names_the_character_and_its_place() =>
        Validation.Single(Validation.Of(Valid.Dataset with { Title = LanguageMap.Of("ab\u0007") }), "title.fr", "U+0007 at character 3");

    [Fact]
    public void A_title_in_English_alone_lacks_the_French_one() =>
        Validation.Single(Validation.Of(Valid.Dataset with { Title = LanguageMap.Of("", "Water") }), "title.fr", "a French text");

    [Fact]
    public void An_English_text_is_checked_like_a_French_one() =>
        Validation.Single(Validation.Of(Valid.Dataset with { Title = LanguageMap.Of("Eau", " Water") }), "title.en", "blanks");

    [Fact]
    public void A_language_tag_is_in_lower_case() =>
        Validation.Single(
            Validation.Of(Valid.Dataset with { Title = new LanguageMap([new("fr", "Eau"), new("EN", "Water")]) }),
            "title.EN", "language tag");

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_title_has_at_most_300_characters(int length, bool valid) =>
        Assert.Equal(valid, Validation.Of(Valid.Dataset with { Title = LanguageMap.Of(new string('a', length)) }).Count == 0);

    [Theory]
    [InlineData(5000, true)]
    [InlineData(5001, false)]
    public void A_description_has_at_most_5000_characters(int length, bool valid) =>
        Assert.Equal(valid, Validation.Of(Valid.Dataset with { Description = LanguageMap.Of(new string('a', length)) }).Count == 0);

    [Theory]
    [InlineData("eau, assainissement", "has no ','")]
    [InlineData("e", "at least 2")]
    [InlineData("eau|air", "has no '|'")]
    [InlineData("HTA/BT", "has no '/'")]
    [InlineData("REP+", "has no '+'")]
    [InlineData("qualité de l'air", "has no '''")]
    [InlineData("qualité de l’air", "has no '’'")]
    [InlineData("eau", "no value twice")]
    [InlineData("Eau", "no value twice")]
    [InlineData(" eaux", "blanks")]
    [InlineData("", "not empty")]
    [InlineData("eau\u0001", "XML 1.0")]
    public void A_bad_keyword_is_reported_at_its_index(string keyword, string words)
    {
        var failures = Validation.Of(Valid.Dataset with { Keywords = ["eau", "réseau", keyword] });
        Validation.Single(failures, "keywords[2]", words);
        Assert.Equal(keyword, failures[0].AttemptedValue);
    }

    [Theory]
    [InlineData("IA")]
    [InlineData("qualité de l air")]
    [InlineData("Licence_2.0 et après-midi")]
    public void A_keyword_has_the_alphabet_of_the_tags_of_CKAN(string keyword) =>
        Assert.Empty(Validation.Of(Valid.Dataset with { Keywords = [keyword] }));

    [Theory]
    [InlineData("Justice, système juridique et sécurité publique", "Justice système juridique et sécurité publique")]
    [InlineData("Défense extérieure contre l'incendie", "Défense extérieure contre l incendie")]
    [InlineData("Eau (potable) / usée", "Eau potable usée")]
    public void A_label_becomes_one_keyword_whole(string label, string keyword) => Assert.Equal(keyword, Keywords.FromLabel(label));

    [Theory]
    [InlineData("water")]
    [InlineData("water-2026-1")]
    [InlineData("0")]
    public void Kebab_case_makes_an_id(string id) => Assert.Empty(Validation.Of(Valid.Dataset with { Id = id }));

    [Theory]
    [InlineData("")]
    [InlineData("Water")]
    [InlineData("water_quality")]
    [InlineData("-water")]
    [InlineData("water-")]
    [InlineData("water--quality")]
    [InlineData("water/quality")]
    [InlineData("eau-été")]
    [InlineData("water\n")]
    public void Anything_else_makes_none(string id) =>
        Validation.Single(Validation.Of(Valid.Dataset with { Id = id }), "id", "lower-case");

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void An_id_has_at_most_100_characters(int length, bool valid) =>
        Assert.Equal(valid, Validation.Of(Valid.Dataset with { Id = new string('a', length) }).Count == 0);
}

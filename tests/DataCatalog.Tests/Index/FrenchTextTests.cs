using DataCatalog.Index;

namespace DataCatalog.Tests.Index;

public sealed class FrenchTextTests
{
    [Theory]
    [InlineData("écoles", "école")]
    [InlineData("ÉCOLE", "ecole")]
    [InlineData("l'école", "école")]
    [InlineData("l’eau", "eau")]
    [InlineData("les eaux", "eau")]
    [InlineData("régionaux", "régional")]
    [InlineData("œuvre", "oeuvre")]
    [InlineData("Œuvres d'art", "œuvre art")]
    [InlineData("communales", "communal")]
    [InlineData("bornes de recharge", "borne recharge")]
    [InlineData("cimetières", "cimetiere")]
    [InlineData("régionaux", "regional")]
    [InlineData("inondées", "inondee")]
    [InlineData("sous-préfecture", "sous prefecture")]
    public void Forms_of_a_word_are_one_term(string one, string other) => Assert.Equal(FrenchText.Terms(one), FrenchText.Terms(other));

    [Theory]
    [InlineData("public", "publique")]
    [InlineData("publics", "publiques")]
    [InlineData("publique", "publiq")]
    [InlineData("sportif", "sportive")]
    [InlineData("collectif", "collective")]
    [InlineData("routier", "routière")]
    [InlineData("routiers", "routières")]
    [InlineData("foncier", "foncière")]
    [InlineData("culturel", "culturelle")]
    [InlineData("communal", "communale")]
    [InlineData("ancien", "ancienne")]
    [InlineData("dangereux", "dangereuse")]
    [InlineData("éducatif", "éducative")]
    [InlineData("administratif", "administrative")]
    [InlineData("scolaire", "scolaires")]
    [InlineData("électrique", "électriques")]
    [InlineData("numérique", "numériques")]
    public void Both_genders_of_a_word_are_one_term(string one, string other) =>
        Assert.Equal(FrenchText.Terms(one), FrenchText.Terms(other));

    [Theory]
    [InlineData("CO₂", "CO2")]
    [InlineData("CO²", "co2")]
    [InlineData("pluies", "pluie")]
    public void Other_spellings_of_a_word_are_one_term(string one, string other) =>
        Assert.Equal(FrenchText.Terms(one), FrenchText.Terms(other));

    [Theory]
    [InlineData("wi-fi", "wifi")]
    [InlineData("PLU-i", "plui")]
    [InlineData("PLUi", "plu")]
    [InlineData("PLUiH", "plu")]
    [InlineData("le tri-sélectif et l'éco-habitat", "triselectif ecohabitat")]
    [InlineData("code_insee", "codeins")]
    [InlineData("sous-préfectures", "sousprefectur")]
    [InlineData("tout-à-l'égout, porte-à-porte", "")]
    [InlineData("2024-2025", "")]
    [InlineData("a-b-c-d-e", "")]
    [InlineData("wi fi", "")]
    public void Compounds_have_other_forms(string text, string forms) =>
        Assert.Equal(forms.Split(' ', StringSplitOptions.RemoveEmptyEntries), FrenchText.Compounds(text).Select(token => token.Term));

    [Theory]
    [InlineData("eau", "air")]
    [InlineData("pluie", "PLU")]
    [InlineData("pluie", "PLUi")]
    [InlineData("piqûre", "pic")]
    [InlineData("commune", "communication")]
    public void Other_words_are_other_terms(string one, string other) => Assert.NotEqual(FrenchText.Terms(one), FrenchText.Terms(other));

    [Theory]
    [InlineData("")]
    [InlineData("de la")]
    [InlineData("?! \"-\" *")]
    [InlineData("plus, PLUS, très, tres, chaque, également, parce, environ, même, tous, toutes, dès, depuis, celle")]
    public void Stop_words_and_signs_are_none(string text) => Assert.Empty(FrenchText.Terms(text));

    [Fact]
    public void Words_are_whole() => Assert.Equal(["les", "eclairages", "publics"], FrenchText.Words("Les éclairages publics"));
}

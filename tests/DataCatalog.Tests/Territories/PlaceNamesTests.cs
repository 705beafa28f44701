using DataCatalog.Territories;

namespace DataCatalog.Tests.Territories;

public sealed class PlaceNamesTests
{
    [Theory]
    [InlineData("Saint-Denis", "saint denis")]
    [InlineData("L'Haÿ-les-Roses", "l hay les roses")]
    [InlineData("L’Haÿ‑les‑Roses", "l hay les roses")]
    [InlineData("ÉVRY-COURCOURONNES", "evry courcouronnes")]
    [InlineData("Œuilly", "oeuilly")]
    [InlineData("Plœmeur", "ploemeur")]
    [InlineData("CC du Pays de Pontchâteau St-Gildas-des-Bois", "cc du pays de pontchateau saint gildas des bois")]
    [InlineData("Ste Marie", "sainte marie")]
    [InlineData("I\u0307stres", "istres")]
    [InlineData(" \0 -- 🏝 ", "")]
    [InlineData("a\uD800b\uFFFE\uDC00", "a b")]
    public void A_name_is_folded(string text, string folded) => Assert.Equal(folded, PlaceNames.Fold(text));

    [Fact]
    public void A_last_word_that_may_go_on_is_read_both_ways()
    {
        Assert.Equal(["saint", "st"], PlaceNames.Readings("St"));
        Assert.Equal(["saint malo"], PlaceNames.Readings("st malo"));
        Assert.Equal(["la sainte", "la ste"], PlaceNames.Readings("La Ste"));
    }
}

using DataCatalog.Territories;

namespace DataCatalog.Tests.Territories;

/// <summary>Places in the words of a question.</summary>
public sealed class PlaceSpanTests
{
    private static readonly HashSet<string> Vocabulary = ["rivieres", "grasse", "aire d accueil"];

    private static TerritoryIndex Places => WholeTerritories.Places;

    [Theory]
    [InlineData("bornes de recharge à Rennes", "Rennes", "commune:35238")]
    [InlineData("marchés publics 35400 Saint Malo", "35400 Saint Malo", "commune:35288")]
    [InlineData("cantines saint malo", "saint malo", "commune:35288")]
    [InlineData("cantines saintmalo", "saintmalo", "commune:35288")]
    [InlineData("eau potable Vienne 38", "Vienne 38", "commune:38544")]
    [InlineData("eau potable orange vaucluse", "orange vaucluse", "commune:84087")]
    [InlineData("cantines de la ville de Tours", "ville de Tours", "commune:37261")]
    [InlineData("piscines Paris 15e", "Paris 15e", "arrondissement-municipal:75115")]
    [InlineData("écoles saint-denis réunion", "saint-denis réunion", "commune:97411")]
    [InlineData("déchets métropole de lyon", "métropole de lyon", "epci:200046977")]
    [InlineData("arbres 35238", "35238", "commune:35238")]
    [InlineData("trouver les menus du havre", "havre", "commune:76351")]
    [InlineData("qualité de l'air en alsace", "alsace", "departement:67")]
    [InlineData("budget de la région PACA", "région PACA", "region:93")]
    [InlineData("pistes cyclables de l'ile d'yeu", "l'ile d'yeu", "commune:85113")]
    public void The_longest_span_that_surely_names_a_place_is_found(string question, string words, string id)
    {
        var (span, found) = Longest(question);
        Assert.False(span!.IsDoubtful);
        Assert.Equal((words, id), (found, Places.IdOf(span.Hits[0].Place)));
    }

    [Theory]
    [InlineData("données du lot", "lot")]
    [InlineData("plan de situation", "plan")]
    [InlineData("téléphonie orange", "orange")]
    [InlineData("eau potable vienne", "vienne")]
    [InlineData("budget tours", "tours")]
    [InlineData("parcs le port", "le port")]
    [InlineData("ligne de bus", "ligne")]
    [InlineData("les arbres 35", "35")]
    [InlineData("matières grasse", "grasse")]
    [InlineData("données centre", "centre")]
    [InlineData("qualité mer", "mer")]
    [InlineData("dans le bon sens", "sens")]
    public void A_word_of_the_language_is_a_doubtful_place(string question, string words)
    {
        var (span, found) = Longest(question);
        Assert.True(span!.IsDoubtful);
        Assert.Equal(words, found);
    }

    [Theory]
    [InlineData("subventions 2024")]
    [InlineData("quels sont les arbres remarquables")]
    [InlineData("bornes à Rennse")]
    [InlineData("")]
    public void Nothing_is_corrected_or_guessed(string question) => Assert.Null(Longest(question).Span);

    [Fact]
    public void A_sure_place_comes_before_a_longer_doubtful_one() => Assert.Equal("Lille", Longest("parcs le port Lille").Found);

    private static (PlaceSpan? Span, string Found) Longest(string question)
    {
        var tokens = question.Split(' ');
        var span = Places.LongestIn(tokens, Vocabulary.Contains);
        return (span, span is null ? "" : string.Join(' ', tokens[span.Start..(span.Start + span.Length)]));
    }
}

using System.Net;
using DataCatalog.Tests.Mapping;

namespace DataCatalog.Tests.Harvesting;

/// <summary>A page of the catalogue as a harvester sees it.</summary>
/// <param name="Address">Where it was read.</param>
/// <param name="Statements">What it says.</param>
/// <param name="Next">The address of the next page, absolute; null at the end.</param>
internal sealed record HarvestedPage(string Address, IReadOnlyList<Statement> Statements, string? Next)
{
    private const string Hydra = "http://www.w3.org/ns/hydra/core#";

    /// <summary>The IRIs of the nodes of a class of DCAT's.</summary>
    public IReadOnlyList<string> Of(string dcatClass) => [.. Statements
        .Where(statement => statement.Predicate == Corpus.Type && statement.Object == $"<{Corpus.Dcat}{dcatClass}>")
        .Select(statement => statement.Subject)];

    public IReadOnlyList<string> Objects(string subject, string predicate) => [.. Statements
        .Where(statement => statement.Subject == subject && statement.Predicate == $"<{predicate}>")
        .Select(statement => statement.Object)];

    public static string? NextOf(IReadOnlyList<Statement> statements)
    {
        var views = statements
            .Where(statement => statement.Predicate == Corpus.Type && statement.Object == $"<{Hydra}PartialCollectionView>")
            .ToList();
        var view = Assert.Single(views).Subject;
        var next = statements.SingleOrDefault(statement => statement.Subject == view && statement.Predicate == $"<{Hydra}next>");
        return next?.Object.Trim('<', '>');
    }
}

/// <summary>Walks through the catalogue as harvesters do: no Accept, no redirect, <c>next</c> until there is none.</summary>
internal static class CatalogWalk
{
    public static async IAsyncEnumerable<HarvestedPage> PagesAsync(CatalogApp app, string start)
    {
        for (var address = start; address is not null;)
        {
            var page = await PageAsync(app, address);
            yield return page;
            address = page.Next?[CatalogApp.BaseUrl.Length..];
        }
    }

    /// <summary>Every page; the address must end in <c>.nt</c>, which this reads.</summary>
    public static async Task<IReadOnlyList<HarvestedPage>> AllAsync(CatalogApp app, string start = "/catalog.nt")
    {
        var pages = new List<HarvestedPage>();
        await foreach (var page in PagesAsync(app, start))
        {
            pages.Add(page);
        }

        return pages;
    }

    public static async Task<HarvestedPage> PageAsync(CatalogApp app, string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var statements = Corpus.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new HarvestedPage(address, statements, HarvestedPage.NextOf(statements));
    }
}

using DataCatalog.Dcat.Records;
using DataCatalog.Http;

namespace DataCatalog.Pages;

/// <summary>A letter as a page, or as plain text.</summary>
/// <param name="version">A text that changes when the letter does.</param>
/// <param name="dataset">The dataset that is asked for.</param>
/// <param name="text">The letter.</param>
/// <param name="rule">The id of the rule that it cites; null for none.</param>
internal sealed class LetterAnswer(string version, Dataset dataset, string text, string? rule) : IRenderedAnswer
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var document = new Document(version, [Syntax.Html], (_, output) => services.GetRequiredService<PageWriter>()
            .WriteLetter(httpContext, dataset, text, rule, output))
        {
            Chosen = Syntax.Html,
        };
        return services.GetRequiredService<Representation>().SendAsync(httpContext, document);
    }
}

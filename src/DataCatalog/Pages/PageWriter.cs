using System.Globalization;
using System.Text;
using System.Text.Json;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Pages;

/// <summary>
/// Writes pages: it reads the JSON of an answer, chooses the component that shows it, and renders that in the language of the reader.
/// </summary>
internal sealed class PageWriter(IServiceProvider services, ILoggerFactory logs, CatalogIris iris, References references) : IPages
{
    public void Write(HttpContext context, ReadOnlyMemory<byte> json, Stream output)
    {
        using var document = JsonDocument.Parse(json);
        var answer = new Fact(document.RootElement);
        Render(context, output, typeof(Frame), new(StringComparer.Ordinal)
        {
            [nameof(Frame.Answer)] = answer,
            [nameof(Frame.Content)] = PageKinds.Of(context.Request.Path, answer),
        });
    }

    public void WriteProblem(HttpContext context, ProblemDetails problem, Stream output) =>
        Render(context, output, typeof(ProblemFrame), new(StringComparer.Ordinal)
        {
            [nameof(ProblemFrame.Status)] = problem.Status ?? context.Response.StatusCode,
            [nameof(ProblemFrame.Kind)] = problem.Type?.Split(':')[^1],
            [nameof(ProblemFrame.Detail)] = problem.Detail,
        });

    /// <summary>Writes a page that is made of texts alone.</summary>
    public void WriteText(HttpContext context, Type content, Stream output) =>
        Render(context, output, typeof(TextFrame), new(StringComparer.Ordinal) { [nameof(TextFrame.Content)] = content });

    /// <summary>Writes the page of a letter.</summary>
    public void WriteLetter(HttpContext context, Dataset dataset, string text, string? rule, Stream output) =>
        Render(context, output, typeof(LetterFrame), new(StringComparer.Ordinal)
        {
            [nameof(LetterFrame.Text)] = text,
            [nameof(LetterFrame.Name)] = dataset.Title[PageLanguage.Of(context.Request)] ?? dataset.Title[PageLanguage.French]!,
            [nameof(LetterFrame.Dataset)] = $"/datasets/{dataset.Id}",
            [nameof(LetterFrame.Rule)] = rule,
        });

    /// <summary>Renders a component with everything in it; no component waits for anything.</summary>
    private void Render(HttpContext context, Stream output, Type component, Dictionary<string, object?> parameters)
    {
        var culture = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var site = references.Current.Catalog.Title;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(PageLanguage.Of(context.Request));
        try
        {
            var page = new PageContext(context, iris, site[PageLanguage.Of(context.Request)] ?? site[PageLanguage.French]!);
            using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            using var renderer = new HtmlRenderer(services, logs);
            parameters["Context"] = page;
            var rendering = renderer.Dispatcher.InvokeAsync(() =>
                renderer.BeginRenderingComponent(component, ParameterView.FromDictionary(parameters)).WriteHtmlTo(writer));
            rendering.GetAwaiter().GetResult();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = culture;
        }
    }

    private static CultureInfo CultureOf(string language) =>
        CultureInfo.GetCultureInfo(language is PageLanguage.French ? "fr-FR" : "en-GB");
}

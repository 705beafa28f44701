using System.Globalization;
using System.Text;
using System.Text.Json;
using DataCatalog.Configuration;
using DataCatalog.Dcat;
using DataCatalog.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Pages;

/// <summary>What programs and finders of security holes look for at well-known addresses (RFC 8615).</summary>
internal static class WellKnown
{
    private const string ApiCatalogPath = ".well-known/api-catalog";
    private const string SecurityPath = ".well-known/security.txt";

    /// <summary>RFC 9116 section 2.5.5 recommends less than a year.</summary>
    private const int DaysOfValidity = 180;

    /// <summary>A set of links (RFC 9264) that is a catalogue of APIs.</summary>
    private static readonly Syntax Linkset = new(
        "linkset", "application/linkset+json", "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"", ".json");

    public static void MapWellKnown(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription();
        group.MapGet($"/{ApiCatalogPath}", ApiCatalog);
        group.MapGet($"/{SecurityPath}", Security);
    }

    /// <summary>Names the API of this service, its descriptions and its state (RFC 9727).</summary>
    private static FileAnswer ApiCatalog(CatalogIris iris) => new(
        Linkset,
        nameof(ApiCatalog),
        output => WriteApiCatalog(iris, output),
        [$"<{iris.At(ApiCatalogPath).Value}>; rel=\"api-catalog\"", $"<{iris.Home.Value}>; rel=\"item\""]);

    private static void WriteApiCatalog(CatalogIris iris, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartArray("linkset");
        WriteLinks(json, iris.At(ApiCatalogPath).Value, ("item", iris.Home.Value, Syntax.JsonLd.MediaType));
        WriteLinks(
            json,
            iris.Home.Value,
            ("service-desc", iris.At("openapi/v1.json").Value, "application/json"),
            ("service-doc", iris.At("developers").Value, Syntax.Html.MediaType),
            ("service-meta", iris.At("catalog").Value, Syntax.JsonLd.MediaType),
            ("status", iris.At("health/ready").Value, "application/json"));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the links of one thing, each with a relation of its own.</summary>
    private static void WriteLinks(Utf8JsonWriter json, string anchor, params (string Relation, string Address, string Type)[] links)
    {
        json.WriteStartObject();
        json.WriteString("anchor", anchor);
        foreach (var (relation, address, type) in links)
        {
            json.WriteStartArray(relation);
            json.WriteStartObject();
            json.WriteString("href", address);
            json.WriteString("type", type);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Says whom to tell about a security hole (RFC 9116).</summary>
    private static Results<FileAnswer, ProblemHttpResult> Security(CatalogIris iris, CatalogOptions options, ParisDay day)
    {
        if (options.SecurityContact is not { } contact)
        {
            return Problems.NotFound("The operator of this service names no contact for security (Catalog:SecurityContact).");
        }

        var text = SecurityText(iris, contact, day.Today);
        return new FileAnswer(SiteMap.Text, text, output => output.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The file must stand at the root of a host (section 3): below a path, its own address is another.</summary>
    private static string SecurityText(CatalogIris iris, string contact, DateOnly today)
    {
        var address = Uri.TryCreate(contact, UriKind.Absolute, out _) ? contact : $"mailto:{contact}";
        var until = today.AddDays(DaysOfValidity).ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        var canonical = new Uri(iris.BaseUrl).AbsolutePath is "/" ? $"Canonical: {iris.At(SecurityPath).Value}\n" : "";
        return $"Contact: {address}\nExpires: {until}\nPreferred-Languages: fr, en\n{canonical}";
    }
}

using System.Globalization;
using Microsoft.OpenApi;

namespace DataCatalog.OpenApi;

/// <summary>Moves parameters that several operations share to the components of the description.</summary>
internal static class SharedParameters
{
    public static void MoveTo(OpenApiDocument document)
    {
        var operations = document.Paths.Values
            .SelectMany(path => path.Operations!.Values)
            .Where(operation => operation.Parameters is not null)
            .ToList();
        var shared = operations.SelectMany(operation => operation.Parameters!).OfType<OpenApiParameter>()
            .Where(parameter => parameter.In == ParameterLocation.Query)
            .GroupBy(TextOf, StringComparer.Ordinal)
            .Where(uses => uses.Count() > 1)
            .GroupBy(uses => uses.First().Name!, StringComparer.Ordinal)
            .ToDictionary(sameName => sameName.Key, sameName => sameName.MaxBy(uses => uses.Count())!.First(), StringComparer.Ordinal);
        document.Components!.Parameters = shared.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .ToDictionary(parameter => parameter.Key, parameter => (IOpenApiParameter)parameter.Value, StringComparer.Ordinal);
        var texts = shared.ToDictionary(parameter => TextOf(parameter.Value), parameter => parameter.Key, StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            operation.Parameters =
            [
                .. operation.Parameters!.Select(parameter =>
                    texts.TryGetValue(TextOf(parameter), out var name) ? new OpenApiParameterReference(name, document) : parameter),
            ];
        }
    }

    private static string TextOf(IOpenApiParameter parameter)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        parameter.SerializeAsV31(new OpenApiJsonWriter(text));
        return text.ToString();
    }
}

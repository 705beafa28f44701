using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using DataCatalog.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Reports;

/// <summary>The form of a report, as a browser sends it.</summary>
internal sealed class ReportForm
{
    /// <summary>The most characters of a report.</summary>
    public const int Longest = 2000;

    /// <summary>The most bytes of a form: 2,000 characters of four bytes are 24,000 bytes when they are percent-encoded.</summary>
    public const int MostBytes = 32 * 1024;

    public const string ContentType = "application/x-www-form-urlencoded";

    private const string Field = "text";

    /// <summary>
    /// The form has one field; what is longer than all of it is not read. Further fields are read as far as the form may be long, so that
    /// the answer can say that they are too many.
    /// </summary>
    private static readonly FormOptions Bounds =
        new() { ValueCountLimit = MostBytes, KeyLengthLimit = MostBytes, ValueLengthLimit = MostBytes };

    /// <summary>What is wrong with the entry of the dataset: 1 to 2,000 characters. Leave out personal data.</summary>
    [Required, MaxLength(Longest), Description("What is wrong with the entry.")]
    public required string Text { get; init; }

    /// <summary>Reads the form of a request, as far as it may be long.</summary>
    /// <returns>The text, or what is wrong with the form.</returns>
    public static async Task<(string? Text, IResult? Fault)> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return (null, TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType));
        }

        if (request.ContentLength > MostBytes)
        {
            return (null, ReportProblems.TooLarge());
        }

        try
        {
            var form = await new FormFeature(request, Bounds).ReadFormAsync(request.HttpContext.RequestAborted);
            var text = form[Field].ToString().ReplaceLineEndings("\n").Trim();
            return FaultOf(form, text) is { } fault ? (null, fault) : (text, null);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ReportProblems.TooLarge());
        }
        catch (InvalidDataException)
        {
            return (null, ReportProblems.TooLarge());
        }
    }

    private static ProblemHttpResult? FaultOf(IFormCollection form, string text) =>
        form.Count > 1
            ? ReportProblems.Invalid(Shown.Of(OtherIn(form)!), $"The form has {form.Count} fields; it may have one, '{Field}'.")
        : OtherIn(form) is { } other
            ? ReportProblems.Invalid(Shown.Of(other), $"'{Shown.Of(other)}' is not known here. The form has one field, '{Field}'.")
        : form[Field].Count > 1 ? ReportProblems.Invalid(Field, $"'{Field}' is given {form[Field].Count} times; give it once.")
        : text.Length == 0 ? ReportProblems.Invalid(Field, $"'{Field}' is empty. Say what is wrong with the entry.")
        : text.EnumerateRunes().Count() is > Longest and var length
            ? ReportProblems.Invalid(Field, $"'{Field}' has {length} characters; at most {Longest} are read. Shorten it.")
        : text.Any(IsHidden)
            ? ReportProblems.Invalid(Field, $"'{Field}' has control characters. Write it as plain text.")
        : null;

    private static string? OtherIn(IFormCollection form) => form.Keys.FirstOrDefault(key => key is not Field);

    /// <summary>Whether a character changes what a reader of the report sees of the others, also by their direction.</summary>
    private static bool IsHidden(char character) => (char.IsControl(character) && character is not ('\n' or '\t'))
        || character is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}

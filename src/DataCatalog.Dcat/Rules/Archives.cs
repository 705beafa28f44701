using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// The rule on what files are packed in or compressed with. The format says what is inside, or repeats the archive where that is not known;
/// a file that is known to be an archive must be said to be one.
/// </summary>
internal static class Archives
{
    /// <summary>Requires the media type of an archive exactly where there is one.</summary>
    /// <param name="rule">The rule on the media type.</param>
    /// <param name="mediaType">The only media type that is allowed.</param>
    /// <param name="fileType">The code of the file type that means the same.</param>
    /// <param name="references">The media types: an unknown one is refused as such already.</param>
    public static void Archive(
        this IRuleBuilder<Distribution, string?> rule, string mediaType, string fileType, IReferences references)
    {
        rule.Must(archive => archive is null || IsArchive(archive) || references.FindConcept(Schemes.MediaTypes, archive) is null)
            .WithMessage($"'{mediaType}', or nothing");
        rule.Must((distribution, archive) => !IsArchive(archive) || distribution.Format is not null)
            .WithMessage($"a format beside it: that of the files inside, or {fileType} where it is not known");
        rule.Must((distribution, archive) =>
                archive is not null || !string.Equals(distribution.Format, fileType, StringComparison.Ordinal))
            .WithMessage($"'{mediaType}', because the format is {fileType}");

        bool IsArchive(string? archive) => string.Equals(archive, mediaType, StringComparison.Ordinal);
    }
}
